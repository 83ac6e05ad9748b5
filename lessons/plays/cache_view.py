"""What is known of the play `cache` at a moment: what the proxy has read on each connection, what its cache holds, and
what the visitors got. All of it comes from the recordings and the moments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessons.plays.cache import AGAIN, ATTACK, MASKINGS
from lessons.plays.lenient_reader import LenientReader
from protocol.recording import Kind
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from protocol.chorus import Chorus, Moment


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer in the cache: under which host and target, its body and its size, and on which connection it came."""

    host: str
    target: str
    body: str
    size: int
    connection: str

    @property
    def poisoned(self) -> bool:
        """Whether it came on a connection of the attacker, and not from the host under whose name it is kept."""
        return self.connection in {ATTACK, AGAIN}


@dataclass(frozen=True, slots=True)
class Visit:
    """A visitor's question and, as far as it is known, its answer: `hit` if it came from the cache."""

    number: int
    hit: bool
    body: str | None = None
    poisoned: bool = False


def moments_of(chorus: Chorus, *kinds: str) -> Iterator[Moment]:
    """The moments of these kinds that are known."""
    return (fact.moment for fact in chorus.moments if fact.moment.kind in kinds)


def masking_of(chorus: Chorus, connection: str) -> str | None:
    """How the client of an attempt masks; None if it has not begun."""
    for name in MASKINGS:
        if any(one.values["connection"] == connection for one in moments_of(chorus, f"attempt.{name}")):
            return name
    return None


def read_by_proxy(chorus: Chorus, connection: str, who: Role) -> LenientReader:
    """What the proxy has made of the bytes of one direction. What left at this very moment it has not read yet; after
    it began to tunnel it reads no more."""
    reader = LenientReader(who)
    recording = chorus.recordings.get(connection)
    ends = [one.time for one in moments_of(chorus, "proxy.tunnel") if one.values["connection"] == connection]
    stop = min([chorus.now, *ends])
    for entry in recording or ():
        if entry.time >= stop:
            break
        if entry.kind is Kind.DATA and entry.who is who:
            reader.feed(entry.data)
    return reader


def tunnels(chorus: Chorus, connection: str) -> bool:
    """Whether the proxy has understood the Upgrade of this connection and reads no more."""
    return any(one.values["connection"] == connection for one in moments_of(chorus, "proxy.tunnel"))


def cached(chorus: Chorus) -> tuple[Kept, ...]:
    """What stands in the cache."""
    found: dict[tuple[str, str], Kept] = {}
    for one in moments_of(chorus, "proxy.stored", "cache.emptied"):
        if one.kind == "cache.emptied":
            found.clear()
            continue
        values = one.values
        kept = Kept(str(values["host"]), str(values["target"]), str(values["body"]), int(values["size"]),
                    str(values["connection"]))  # fmt: skip
        found[kept.host, kept.target] = kept
    return tuple(found.values())


def visits(chorus: Chorus) -> tuple[Visit, ...]:
    """Every visitor who has asked, in order."""
    hits = {str(one.values["connection"]) for one in moments_of(chorus, "proxy.hit")}
    answers = {one.values["number"]: one for one in moments_of(chorus, "visitor.genuine", "visitor.poisoned")}
    found = []
    for one in moments_of(chorus, "visitor.asks"):
        number, answer = int(one.values["number"]), answers.get(one.values["number"])
        hit = str(one.values["connection"]) in hits
        if answer is None:
            found.append(Visit(number, hit))
        else:
            found.append(Visit(number, hit, str(answer.values["body"]), answer.kind == "visitor.poisoned"))
    return tuple(found)


def visible(data: bytes) -> str:
    """Bytes as one line of text: what is no printable ASCII is a middle dot."""
    return "".join(chr(byte) if 0x20 <= byte < 0x7F else "·" for byte in data)
