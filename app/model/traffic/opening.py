"""How far the opening of a file is, as words: megabytes, percent, time left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication

MEGABYTE: Final = 1_000_000
KILOBYTE: Final = 1_000
FIRM: Final = 0.02
"""The part of a file before which nobody can say how long the rest takes."""

Phase = Literal["none", "opening", "stopped", "open"]


@dataclass(frozen=True, slots=True)
class Opening:
    """`size` is that of the file in bytes, `part` how much of it is read (0..1), `seconds` how long that took; `whole`
    is false if the file is damaged, so that its end may not have been read."""

    phase: Phase = "none"
    size: int = 0
    part: float = 0.0
    seconds: float = 0.0
    whole: bool = True

    @property
    def busy(self) -> bool:
        """Whether the file is still being read."""
        return self.phase == "opening"


def heading(opening: Opening) -> str:
    """What is going on, in a word."""
    translate = QCoreApplication.translate
    return {
        "none": translate("traffic", "No file is open"),
        "opening": translate("traffic", "Opening"),
        "stopped": translate("traffic", "Stopped"),
        "open": translate("traffic", "Open"),
    }[opening.phase]


def progress_words(opening: Opening) -> str:
    """How much is read, and how long the rest may take."""
    translate = QCoreApplication.translate
    if opening.phase == "none":
        return ""
    big = opening.size >= 10 * MEGABYTE
    unit = MEGABYTE if big else KILOBYTE
    size = f"{opening.size / unit:,.0f}"
    done = f"{opening.size * opening.part / unit:,.0f}"
    if opening.phase == "open":
        words = translate("traffic", "all {size} MB read") if big else translate("traffic", "all {size} kB read")
        if not opening.whole:
            words = (
                translate("traffic", "{size} MB, read as far as possible")
                if big
                else translate("traffic", "{size} kB, read as far as possible")
            )
        return words.format(size=size)
    percent = int(opening.part * 100)
    if opening.phase == "stopped":
        words = (
            translate("traffic", "{done} of {size} MB read, {percent} %")
            if big
            else translate("traffic", "{done} of {size} kB read, {percent} %")
        )
        return words.format(done=done, size=size, percent=percent)
    words = (
        translate("traffic", "{done} of {size} MB, {percent} %")
        if big
        else translate("traffic", "{done} of {size} kB, {percent} %")
    )
    text = words.format(done=done, size=size, percent=percent)
    if opening.part < FIRM or opening.seconds < 1:
        return text
    left = opening.seconds * (1 - opening.part) / opening.part
    if left >= 90:
        return translate("traffic", "{progress}, about {minutes} min left").format(
            progress=text, minutes=round(left / 60)
        )
    return translate("traffic", "{progress}, about {seconds} s left").format(progress=text, seconds=max(1, round(left)))
