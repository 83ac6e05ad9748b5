"""Files that are written whole or not at all: first under another name in the same folder, then moved into place."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Replaces the file at `path` in one move; raises OSError, and then nothing is left behind and the old file
    stays."""
    temporary = None
    try:
        descriptor, name = tempfile.mkstemp(prefix=".websocket101-", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        temporary.chmod(_usual_mode())
        temporary.replace(path)
    except OSError:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise


def _usual_mode() -> int:
    """The mode of a new file; temporary ones are made for their owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
