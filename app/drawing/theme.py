"""Themes: what each colour token of a mark looks like. Plain data, no Qt.

Chrome is monochrome; hue always means a protocol field, a peer or a verdict. A token is either a surface or text
(`stage`, `text2`, `ink`) or `family.part`: of a family, `fill` is a 1-bit or a swatch, `edge` a rule or text in
that hue on a surface, `tint` a 0-bit or a byte's background, `on` what stands on the fill.

`a~b~0.25` is the mixture of two tokens, a quarter of the way from `a` to `b`; moving marks use it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SURFACES: Final = (
    "stage", "pane", "raise", "sunk", "line", "line2", "line3",
    "text", "text2", "text3", "ink", "on-ink", "sel", "ring",
)  # fmt: skip
FIELDS: Final = ("fin", "rsv", "op", "mask", "len", "ext", "key", "pay")
PEERS: Final = ("cli", "srv")
VERDICTS: Final = ("ok", "err", "warn")
PARTS: Final = ("fill", "edge", "tint", "on")

_LIGHT: Final = {
    "surfaces": "FFFFFF F7F7F5 FFFFFF F0F0ED E2E2DE C6C6C0 86867F 1B1D21 50555D 676C75 1B1D21 FFFFFF E9E9E5 1B1D21",
    "fin": "000000 000000 E4E4E4 FFFFFF",
    "rsv": "6B7280 5B6270 ECEEF1 FFFFFF",
    "op": "D55E00 A84A00 FBE6D8 111111",
    "mask": "F0E442 756C00 FCF8CF 111111",
    "len": "56B4E9 0F6C9F DFF0FB 111111",
    "ext": "A9DAF5 1F6F96 EFF8FD 111111",
    "key": "E69F00 8A5E00 FCEFD0 111111",
    "pay": "009E73 00755A D9F1E8 111111",
    "cli": "0072B2 005B8F E2EFF7 FFFFFF",
    "srv": "CC79A7 963A6C F9EAF2 111111",
    "ok": "1A7F37 17692F E7F4EA FFFFFF",
    "err": "B42318 B42318 FCEBE9 FFFFFF",
    "warn": "8A5A00 8A5A00 FBF0DA FFFFFF",
}

_DARK: Final = {
    "surfaces": "0F1115 15181E 1C2027 0B0D10 2A2F38 454C59 6F7887 ECEEF2 B0B7C3 8D95A3 ECEEF2 0F1115 262B34 FFFFFF",
    "fin": "FFFFFF FFFFFF 373C45 111111",
    "rsv": "9AA1AC B3B9C3 252A32 111111",
    "op": "D55E00 FF9A57 41250F 111111",
    "mask": "F0E442 F0E442 3D3B18 111111",
    "len": "56B4E9 8CCDF3 17344A 111111",
    "ext": "A9DAF5 C3E6FA 23323D 111111",
    "key": "E69F00 F7BC45 3E2E0B 111111",
    "pay": "009E73 4ED1A6 0C3629 111111",
    "cli": "0072B2 84B4FF 14293F FFFFFF",
    "srv": "CC79A7 EBA9CB 3A2431 111111",
    "ok": "2E9E57 62D08A 12301E 0F1115",
    "err": "E5534B FF9088 3D1A18 0F1115",
    "warn": "D9A03C F0C070 38290D 0F1115",
}

# High contrast: black and white surfaces, no tints, every text and edge at 7:1 or more on white; the fields keep
# their hues as fills, lightened or darkened where the digit on them would fall below 7:1.
_CONTRAST: Final = {
    "surfaces": "FFFFFF FFFFFF FFFFFF FFFFFF 000000 000000 000000 000000 000000 000000 000000 FFFFFF FFFFFF 000000",
    "fin": "000000 000000 FFFFFF FFFFFF",
    "rsv": "4A5260 000000 FFFFFF FFFFFF",
    "op": "F08A3C 7A3500 FFFFFF 000000",
    "mask": "F0E442 544D00 FFFFFF 000000",
    "len": "56B4E9 0A4F75 FFFFFF 000000",
    "ext": "A9DAF5 0A4F75 FFFFFF 000000",
    "key": "E69F00 634300 FFFFFF 000000",
    "pay": "1FB588 005540 FFFFFF 000000",
    "cli": "00517F 00456C FFFFFF FFFFFF",
    "srv": "DB92BB 7A2A56 FFFFFF 000000",
    "ok": "0E5A24 0E5A24 FFFFFF FFFFFF",
    "err": "8F1810 8F1810 FFFFFF FFFFFF",
    "warn": "634000 634000 FFFFFF FFFFFF",
}


@dataclass(frozen=True)
class Theme:
    """A name and a colour (`#RRGGBB`) for every token."""

    name: str
    colours: Mapping[str, str]
    _mixed: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def colour(self, token: str) -> str:
        """The colour of a token or mixture; a name that no theme knows is an error of the figure."""
        if token in self.colours:
            return self.colours[token]
        if token not in self._mixed:
            old, new, amount = token.split("~")
            self._mixed[token] = mix(self.colours[old], self.colours[new], float(amount))
        return self._mixed[token]


def mix(old: str, new: str, amount: float) -> str:
    """The colour at `amount` (0..1) of the way between two `#RRGGBB` colours."""
    pairs = zip(bytes.fromhex(old[1:]), bytes.fromhex(new[1:]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * amount):02X}" for a, b in pairs)


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two `#RRGGBB` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [value / 255 for value in bytes.fromhex(colour[1:])]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _table(rows: Mapping[str, str]) -> Mapping[str, str]:
    colours = {name: "#" + value for name, value in zip(SURFACES, rows["surfaces"].split(), strict=True)}
    for family in (*FIELDS, *PEERS, *VERDICTS):
        for part, value in zip(PARTS, rows[family].split(), strict=True):
            colours[f"{family}.{part}"] = "#" + value
    return MappingProxyType(colours)


LIGHT: Final = Theme("light", _table(_LIGHT))
DARK: Final = Theme("dark", _table(_DARK))
CONTRAST: Final = Theme("contrast", _table(_CONTRAST))
PAPER: Final = Theme("paper", _table(_LIGHT))
"""Exports: the light tokens on a white stage, whatever the window shows."""

THEMES: Final = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST, PAPER)}
