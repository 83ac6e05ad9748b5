"""What the export dialog says of sizes and formats, in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.publishing.choices import MILLIMETRE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.publishing.remembered import Wanted


def width_words(size: tuple[float, float], points: float, *, small: bool) -> str:
    """How large a figure is on paper, and its smallest letters; `size` is in CSS pixels."""
    translate = QCoreApplication.translate
    width, height = (f"{side / MILLIMETRE:.0f}" for side in size)
    if not points:
        return translate("exporting", "{width} × {height} mm.").format(width=width, height=height)
    sentence = (
        translate("exporting", "{width} × {height} mm. The smallest letters have {points} pt: too small for print.")
        if small
        else translate("exporting", "{width} × {height} mm. The smallest letters have {points} pt.")
    )
    return sentence.format(width=width, height=height, points=f"{points:.1f}")


def dots_words(size: tuple[int, ...]) -> str:
    """How many pixels a picture has."""
    width, height = size
    sentence = QCoreApplication.translate("exporting", "{width} × {height} pixels.")
    return sentence.format(width=f"{width:,}", height=f"{height:,}")


def board_words(wanted: Wanted, count: int) -> str:
    """What a storyboard of so many steps is."""
    translate = QCoreApplication.translate
    pages = -(-count // wanted.per_page)
    sentences = {
        ".pdf": translate(
            "exporting", "A handout: {count} steps on {pages} pages of A4, with their words and sections."
        ),
        ".html": translate(
            "exporting", "One page with a player, in both languages. It needs no network, and it can be printed."
        ),
        ".gif": translate("exporting", "{count} steps as one moving picture of 256 colours."),
        ".apng": translate("exporting", "{count} steps as one moving picture of all colours, for browsers."),
        ".mmd": translate("exporting", "Everything that crossed the wire, as one sequence diagram."),
    }
    return sentences[wanted.board].format(count=count, pages=pages)


def file_filters(suffixes: Iterable[str]) -> dict[str, str]:
    """What a file dialog offers, by suffix."""
    words = QCoreApplication.translate("exporting", "In words")
    names = {
        ".svg": "SVG", ".pdf": "PDF", ".png": "PNG", ".txt": "ASCII", ".tex": "LaTeX", ".mmd": "Mermaid",
        ".json": "JSON", ".alt.txt": words, ".html": "HTML", ".gif": "GIF", ".apng": "APNG",
    }  # fmt: skip
    return {suffix: f"{names[suffix]} (*{suffix})" for suffix in suffixes}
