"""A file of packets that was read into a ledger, for the tests of its readers."""

from __future__ import annotations

import struct

from capture_support import (
    Tcp,
)

from app.files.opening import open_file
from protocol.ledger import Ledger
from protocol.vocabulary import Role

C, S = Role.CLIENT, Role.SERVER


class Opened:
    """A file that was read: its ledger and remarks."""

    def __init__(self, path, data, fast=True):
        path.write_bytes(data)
        self.ledger, self.remarks = Ledger(), []
        self.fractions = list(open_file(path, self.ledger, remark=self.remarks.append, fast=fast))

    @property
    def talks(self):
        return self.ledger.talks

    @property
    def talk(self):
        (talk,) = self.talks
        return talk

    def wire(self, who, number=0):
        return self.talks[number].recording.wire(who)

    def count(self, source):
        (found,) = [each.values["count"] for each in self.remarks if each.source == source]
        return int(found.replace(",", ""))

    def says(self, source):
        return any(each.source == source for each in self.remarks)

    def entries(self, number=0):
        return list(self.talks[number].recording)


def opened_tcp():
    return Tcp().open().upgrade()


def chat(**more):
    return Tcp(**more).open().upgrade().chat(20).close()


def said(connection, who):
    """All payload that one side sent, of packets in order."""
    ours = connection.ports[who]
    out = b""
    for packet in connection.packets:
        start = (packet.ip[0] & 15) * 4 if packet.ip[0] >> 4 == 4 else 40
        if struct.unpack_from(">H", packet.ip, start)[0] == ours:
            out += packet.ip[start + 20 :]
    return out


def outcome(found):
    return [(talk.recording.setup, list(talk.recording)) for talk in found.talks], list(map(str, found.remarks))
