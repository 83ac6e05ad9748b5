"""WebSocket 101: parses the first word of the command line and hands over. Only the verbs that draw import Qt."""

from __future__ import annotations

import sys


def main(arguments: list[str]) -> int:
    """Run one command; the exit code is 0 fine, 1 the input breaks the protocol, 2 bad usage or unreadable input."""
    from app.commands import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
