"""Files that are written whole or not at all: first under another name in the same folder, then moved into place."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Replaces the file at `path` in one move; raises OSError, and then nothing is left behind and the old file
    stays. It is the same when Ctrl+C comes in between."""
    temporary = path.parent / f".websocket101-{os.urandom(8).hex()}"
    # A new file has the mode that the umask allows; O_EXCL never opens one that is there.
    descriptor = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        temporary.replace(path)
    except (OSError, KeyboardInterrupt):
        temporary.unlink(missing_ok=True)
        raise
