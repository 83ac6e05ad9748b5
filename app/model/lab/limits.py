"""What a bench takes at most, and the error that says so: one sentence, which the window says in its own language."""

from __future__ import annotations

from typing import Final

from app.reasons import QT_TRANSLATE_NOOP, SaidError
from protocol.frames import LONGEST_HEADER

MOST_PAYLOAD: Final = 64 * 1024
MOST_BYTES: Final = MOST_PAYLOAD + LONGEST_HEADER
"""A frame whose payload has 64 KiB is the largest that the bench shows."""

MOST_INFLATED: Final = 2**20
"""What a compressed message may inflate to here: a frame of 64 KiB could become 64 MiB."""


class LabError(SaidError):
    """An edit that cannot be made: what the bits cannot hold, what is too large, what nobody can read."""

    context = "lab"


TOO_LARGE = QT_TRANSLATE_NOOP("lab", "That is {size} bytes; the bench takes 64 KiB of payload.")


def checked(data: bytes) -> bytes:
    """The same bytes, if the bench takes so many."""
    if len(data) > MOST_BYTES:
        raise LabError(TOO_LARGE, size=f"{len(data):,}")
    return data
