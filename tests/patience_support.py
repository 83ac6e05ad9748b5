"""How long a test waits for what must come: so long that a machine with ten other things to do is no reason to fail."""

from __future__ import annotations

from typing import Final

PATIENCE: Final = 120.0
"""Seconds."""
