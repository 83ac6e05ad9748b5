"""How much memory this process has at most had.

What `getrusage` says of a new process includes the process that started it: it is at least as much as that one had. On
Linux the system also counts for the program alone.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

STATUS: Final = Path("/proc/self/status")


def most_memory() -> int:
    """KiB that were ever resident."""
    if sys.platform == "linux":
        for line in STATUS.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1])
    import resource  # Windows has none

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // 1024 if sys.platform == "darwin" else most
