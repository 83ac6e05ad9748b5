"""How a figure is to look where it goes: plain values that a dialog remembers and a command line names."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Final, Literal, get_args

from app.diagram.boxes import Show
from app.diagram.boxes import Width as Bits
from app.drawing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

Theme = Literal["paper", "grey", "patterns", "light", "dark", "contrast"]
Width = Literal["natural", "one-column", "two-column", "slide"]
Captions = Literal["none", "en", "zh_CN", "both"]

LANGUAGES: Final = ("en", "zh_CN")

MILLIMETRE: Final = 96 / 25.4
"""CSS pixels, of which an inch has 96."""

WIDTHS: Final[Mapping[str, float]] = {
    "natural": 0.0,
    "one-column": 84 * MILLIMETRE,
    "two-column": 174 * MILLIMETRE,
    "slide": 1280.0,
}
"""How wide a figure is written, in CSS pixels; 0 is as it was laid out. A slide is 13 1/3 by 7 1/2 inches."""

DPI: Final = (36, 1200)
"""The least and the most dots of an inch in a picture."""

ALLOWED: Final[Mapping[str, tuple[object, ...]]] = {
    "lang": LANGUAGES,
    "theme": get_args(Theme),
    "width": get_args(Width),
    "bits": get_args(Bits),
    "show": get_args(Show),
    "captions": get_args(Captions),
}


@dataclass(frozen=True, slots=True)
class Choices:
    """`bits` and `show` concern bit diagrams; `number` stands before the caption, 0 for none; `dpi` is dots an inch."""

    lang: str = "en"
    theme: Theme = "paper"
    width: Width = "natural"
    bits: Bits = 32
    show: Show = "both"
    captions: Captions = "none"
    number: int = 1
    dpi: int = 192

    @property
    def caption_languages(self) -> tuple[str, ...]:
        """The languages of the captions, in their order below the figure."""
        return {"none": (), "both": LANGUAGES}.get(self.captions, (self.captions,))

    def to_dict(self) -> dict[str, str | int]:
        """As remembered in a file."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

    @classmethod
    def from_dict(cls, stored: Mapping[str, object]) -> Choices:
        """What was remembered; a value that is none of those allowed is the usual one."""
        chosen = cls()
        for name, value in stored.items():
            if name in ALLOWED and isinstance(value, (str, int)) and value in ALLOWED[name]:
                chosen = replace(chosen, **{name: value})  # type: ignore[arg-type]  # the values were looked up above
        number, dpi = stored.get("number"), stored.get("dpi")
        if type(number) is int and 0 <= number <= 9999:
            chosen = replace(chosen, number=number)
        if type(dpi) is int and DPI[0] <= dpi <= DPI[1]:
            chosen = replace(chosen, dpi=dpi)
        return chosen
