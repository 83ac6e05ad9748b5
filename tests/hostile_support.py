"""A server as a process of its own, a peer that says anything, and an honest one that watches whether it is harmed."""

from __future__ import annotations

import os
import re
import socket
import ssl
import struct
import subprocess
import sys
import threading
import time
import zlib
from contextlib import contextmanager, suppress
from pathlib import Path

from patience_support import PATIENCE

from protocol.frames import FrameReader, encode_frame
from protocol.http11 import head_end, read_response

ROOT = Path(__file__).parents[1]
HOST = "127.0.0.1"
MIB = 2**20
KEY = bytes(4)
"""A mask that leaves the payload as it is, so that an attack costs its maker little."""

HEAD = (
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
)
REQUEST = HEAD + b"\r\n"
"""RFC 6455 section 1.2, with what section 4.1 asks for."""
DEFLATE = HEAD + b"Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n"
FRESH = HEAD + b"Sec-WebSocket-Extensions: permessage-deflate; client_no_context_takeover\r\n\r\n"

LINGER_NOT = struct.pack("ii", 1, 0)


def deflated(data):
    """A compressed message that ends in a whole block (RFC 7692 section 7.2.1)."""
    stream = zlib.compressobj(9, zlib.DEFLATED, -15)
    return (stream.compress(data) + stream.flush(zlib.Z_SYNC_FLUSH))[:-4]


BOMB = deflated(bytes(16 * MIB + 1))
FULL = deflated(bytes(16 * MIB))
"""The largest message that is taken, 16 KiB on the wire."""


def frame(opcode, payload=b"", *, fin=True, rsv=0):
    """A client's frame."""
    return encode_frame(opcode, payload, fin=fin, rsv=rsv, key=KEY)


def announced(opcode, length, *, fin=True, rsv=0):
    """The header of a client's frame with a length in 64 bits; its payload is up to you."""
    return bytes((fin << 7 | rsv << 4 | opcode, 0xFF)) + length.to_bytes(8, "big") + KEY


class Answer:
    """What a server said until it ended TCP: the status of its head, and its frames."""

    def __init__(self, raw, end):
        self.raw = raw
        self.end = end
        """FIN, RST, or “open” if it did not end in time."""
        self.status, self.frames = None, []
        stop = head_end(raw)
        if raw.startswith(b"HTTP/") and stop is not None:
            self.status = read_response(raw[:stop]).status
            self.frames = FrameReader().feed(raw[stop:]) if self.status == 101 else []

    @property
    def close(self):
        """The code of the Close frame, None without one."""
        codes = [int.from_bytes(each.payload[:2], "big") for each in self.frames if each.opcode == 8]
        return codes[0] if codes else None

    @property
    def told(self):
        """Status, close code and end of TCP, as one value to compare."""
        return self.status, self.close, self.end

    def __repr__(self):
        return f"{self.status} {self.close} {self.end}"


class Peer:
    """A TCP connection, with TLS if the server has it, and the bytes that are sent on it."""

    def __init__(self, port, *writes, tls=False, timeout=PATIENCE, buffer=None, bare=False):
        self.sock = socket.socket()
        try:
            if buffer is not None:
                self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
            self.sock.settimeout(timeout)
            self.sock.connect((HOST, port))
            self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if tls and not bare:
                self.sock = UNVERIFIED.wrap_socket(self.sock)
        except OSError:
            self.sock.close()
            raise
        self.begun = b""
        """What was read before `answer`."""
        self.send(*writes)

    @classmethod
    def on(cls, sock):
        """One that has called us."""
        peer = cls.__new__(cls)
        peer.sock, peer.begun = sock, b""
        return peer

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        with suppress(OSError):
            self.sock.close()

    def send(self, *writes):
        """Write all; False if the server had already ended."""
        try:
            for data in writes:
                self.sock.sendall(data)
        except OSError:
            return False
        return True

    def flood(self, data, seconds=3.0, most=2**40):
        """Write `data` again and again without ever reading: how many bytes were taken until nobody took any more for
        a second, or TCP was over, or the time was."""
        until, sent = time.monotonic() + seconds, 0
        view = memoryview(data)
        self.sock.settimeout(1.0)
        try:
            while time.monotonic() < until and sent < most:
                at = sent % len(data)
                sent += self.sock.send(view[at : at + most - sent])
        except OSError:
            return sent
        return sent

    def head(self):
        """Read the server's answer to the handshake, and keep it."""
        while b"\r\n\r\n" not in self.begun:
            data = self.sock.recv(65536)
            if not data:
                break
            self.begun += data
        return self.begun

    def answer(self, seconds=PATIENCE):
        """Everything until the end of TCP."""
        got, until = [self.begun], time.monotonic() + seconds
        end = "open"
        try:
            while (left := until - time.monotonic()) > 0:
                self.sock.settimeout(left)
                data = self.sock.recv(1 << 18)
                if not data:
                    end = "FIN"
                    break
                got.append(data)
        except TimeoutError:
            pass
        except ConnectionResetError:
            end = "RST"
        except ssl.SSLError:
            end = "cut"
        return Answer(b"".join(got), end)

    def reset(self):
        """Send RST."""
        with suppress(OSError):
            self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_NOT)
        self.close()


def _unverified():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


UNVERIFIED = _unverified()


class Process:
    """A program of ours; what it prints goes to files, so that nobody has to read it while it runs."""

    def __init__(self, folder, *words, flags=("-W", "error"), **environ):
        self.folder = folder
        self.out, self.err = folder / "out", folder / "err"
        with self.out.open("wb") as out, self.err.open("wb") as err:
            self.popen = subprocess.Popen(
                [sys.executable, *flags, "main.py", *map(str, words)],
                cwd=ROOT, stdin=subprocess.DEVNULL, stdout=out, stderr=err,
                env={**os.environ, "PYTHONUNBUFFERED": "1", "XDG_DATA_HOME": str(folder), **environ},
            )  # fmt: skip

    def status(self, name):
        """A number of /proc/PID/status, in MiB: VmRSS or VmHWM (the greatest RSS so far)."""
        text = Path(f"/proc/{self.popen.pid}/status").read_text()
        return int(re.search(rf"^{name}:\s+(\d+) kB", text, re.MULTILINE)[1]) / 1024

    @property
    def rss(self):
        return self.status("VmRSS")

    @property
    def peak(self):
        return self.status("VmHWM")

    def forget_peak(self):
        """Let VmHWM count from now."""
        Path(f"/proc/{self.popen.pid}/clear_refs").write_text("5")

    @property
    def cpu(self):
        """Seconds of processor time."""
        fields = Path(f"/proc/{self.popen.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def files(self):
        """How many files are open."""
        return sum(1 for _ in Path(f"/proc/{self.popen.pid}/fd").iterdir())

    @property
    def said(self):
        """What it has printed."""
        return self.out.read_text("utf-8", "replace")

    @property
    def complained(self):
        """What stands on stderr."""
        return self.err.read_text("utf-8", "replace")

    def end(self):
        if self.popen.poll() is None:
            self.popen.kill()
        return self.popen.wait(10)


class Target(Process):
    """`serve` on a free port."""

    def __init__(self, folder, *words, **environ):
        super().__init__(folder, "serve", "--port", "0", *words, **environ)
        self.tls = "--tls" in words
        self._peers = []
        found, until = None, time.monotonic() + PATIENCE
        while found is None:
            assert self.popen.poll() is None, self.complained
            assert time.monotonic() < until
            time.sleep(0.01)
            found = re.search(r"wss?://127\.0\.0\.1:(\d+)/", self.said)
        self.port = int(found[1])

    def peer(self, *writes, **options):
        self._peers.append(Peer(self.port, *writes, tls=self.tls, **options))
        return self._peers[-1]

    def end(self):
        for peer in self._peers:
            peer.close()
        return super().end()

    def asked(self, *writes, seconds=PATIENCE, **options):
        """What it says to these bytes."""
        with self.peer(*writes, **options) as peer:
            return peer.answer(seconds)


class Honest(threading.Thread):
    """A client that says something every few milliseconds and expects it back soon; `worst` is the longest time."""

    PAUSE = 0.02

    def __init__(self, target):
        super().__init__(daemon=True)
        self.worst, self.count, self.error = 0.0, 0, None
        self._peer = target.peer(REQUEST, timeout=PATIENCE)
        assert self._peer.head().startswith(b"HTTP/1.1 101 ")
        self._enough = threading.Event()
        self.start()

    def run(self):
        try:
            while not self._enough.wait(self.PAUSE):
                self.say()
        except OSError as error:
            self.error = error

    def say(self):
        start = time.monotonic()
        text = b"echo %d" % self.count
        wanted = bytes((0x81, len(text))) + text
        self._peer.sock.sendall(frame(1, text))
        got = b""
        while len(got) < len(wanted):
            data = self._peer.sock.recv(4096)
            if not data:
                raise ConnectionError("the server has ended this connection")
            got += data
            if got[:2] == b"\x89\x04":  # a heartbeat
                got = got[6:]
        assert got == wanted, got
        self.worst = max(self.worst, time.monotonic() - start)
        self.count += 1

    def stop(self):
        self._enough.set()
        self.join(PATIENCE)
        return self

    def answer(self, seconds=PATIENCE):
        return self._peer.answer(seconds)


@contextmanager
def unharmed(target, seconds, memory=None):
    """Within `memory` MiB more than before, an honest client gets every echo within `seconds`, and no complaint."""
    target.forget_peak()
    before, cpu, start = target.rss, target.cpu, time.monotonic()
    honest = Honest(target)
    honest.before = before
    try:
        yield honest
    finally:
        honest.stop()
        honest.grown = target.peak - before
        honest.cpu = target.cpu - cpu
        honest.took = time.monotonic() - start
        honest._peer.close()
    assert honest.error is None, honest.error
    assert target.complained == ""
    assert honest.worst < seconds, f"an echo took {honest.worst:.2f} s"
    assert memory is None or honest.grown < memory, f"{honest.grown:.0f} MiB"
