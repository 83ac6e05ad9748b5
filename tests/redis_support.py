"""A Redis of our own for a test: on a free port of loopback, without a file, ended with the test."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec

import pytest

SERVER = shutil.which("redis-server")
needs_redis = pytest.mark.skipif(
    SERVER is None or find_spec("redis") is None,
    reason="needs the program redis-server (Debian: apt-get install redis-server) and the Python package redis",
)


@dataclass
class OwnRedis:
    """The server, and where it listens."""

    process: subprocess.Popen[str]
    url: str

    def stop(self) -> None:
        """End it at once, as a crash does."""
        self.process.kill()
        self.process.wait()


def free_port() -> int:
    """A port at which nobody listens now."""
    with socket.create_server(("127.0.0.1", 0)) as sock:
        port: int = sock.getsockname()[1]
        return port


@contextmanager
def own_redis() -> Iterator[OwnRedis]:
    """A Redis that takes connections."""
    port = free_port()
    assert SERVER is not None
    command = [SERVER, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        own = OwnRedis(process, f"redis://127.0.0.1:{port}")
        try:
            assert process.stdout is not None
            assert any("Ready to accept connections" in line for line in process.stdout), "redis-server did not start"
            yield own
        finally:
            own.stop()
