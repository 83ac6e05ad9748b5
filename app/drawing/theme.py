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

# Greys for print without colour. The lightness L* of the fills is FIN 0, masking key 17, opcode 30, length 44, RSV 54,
# extended length 62, payload 76, MASK 85: no two are less than 7 apart, and none that can stand side by side less than
# 14 (of the hues' own greys, length and key are 1 apart). Tints are lighter than every fill.
_GREY: Final = {
    "surfaces": "FFFFFF F7F7F7 FFFFFF F0F0F0 E2E2E2 C6C6C6 868686 1C1C1C 555555 6B6B6B 1C1C1C FFFFFF E9E9E9 1C1C1C",
    "fin": "000000 000000 E4E4E4 FFFFFF",
    "rsv": "828282 585858 F3F3F3 000000",
    "op": "474747 383838 E6E6E6 FFFFFF",
    "mask": "D5D5D5 606060 F9F9F9 000000",
    "len": "686868 505050 EDEDED FFFFFF",
    "ext": "969696 585858 F7F7F7 000000",
    "key": "292929 292929 E4E4E4 FFFFFF",
    "pay": "BCBCBC 484848 F3F3F3 000000",
    "cli": "3A3A3A 2A2A2A DEDEDE FFFFFF",
    "srv": "8F8F8F 5E5E5E F5F5F5 000000",
    "ok": "6E6E6E 555555 F2F2F2 FFFFFF",
    "err": "111111 111111 E6E6E6 FFFFFF",
    "warn": "8C8C8C 5C5C5C F8F8F8 000000",
}

_BLACK_AND_WHITE: Final = {
    "surfaces": "FFFFFF FFFFFF FFFFFF FFFFFF 000000 000000 000000 000000 000000 000000 000000 FFFFFF FFFFFF 000000",
    **dict.fromkeys((*FIELDS, *PEERS, *VERDICTS), "000000 000000 FFFFFF FFFFFF"),
}

# White lines on black are a fill, black lines on white a tint: the pattern says which family it is, the ground whether
# a bit is 1 or 0. What announces and what is announced look alike, as their hues do: MASK and its key, the lengths.
_PATTERNS: Final = {
    "fin": "vertical",
    "rsv": "diamonds",
    "op": "falling",
    "mask": "grid",
    "len": "horizontal",
    "ext": "rising",
    "key": "lattice",
    "pay": "dots",
    "cli": "rings",
    "srv": "bricks",
    "ok": "dense",
    "err": "crosses",
    "warn": "zigzag",
}

# Where the grey of a line fills an area, white meshes over black take its place; few dots that of sunk ground.
_MESHES: Final = {"line": "pale", "line2": "pale", "line3": "half", "text3": "half", "sunk": "faint", "sel": "faint"}


@dataclass(frozen=True, eq=False)
class Theme:
    """A name and a colour (`#RRGGBB`) for every token; `patterns` names the pattern of those that have one."""

    name: str
    colours: Mapping[str, str]
    patterns: Mapping[str, str] = field(default_factory=dict)
    _mixed: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def colour(self, token: str) -> str:
        """The colour of a token or mixture; a name that no theme knows is an error of the figure."""
        if (colour := self.colours.get(token)) is not None:
            return colour
        if token not in self._mixed:
            old, new, amount = token.split("~")
            self._mixed[token] = mix(self.colours[old], self.colours[new], float(amount))
        return self._mixed[token]

    def pattern(self, token: str) -> str:
        """The pattern (of `app.drawing.patterns`) that lies over the token's colour, or nothing."""
        return self.patterns.get(token, "")


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
GREY: Final = Theme("grey", _table(_GREY))
"""Exports for print without colour: paper in greys of its own, told apart better than those of the colours."""
PATTERNS: Final = Theme(
    "patterns",
    _table(_BLACK_AND_WHITE),
    MappingProxyType(
        {f"{family}.{part}": name for family, name in _PATTERNS.items() for part in ("fill", "tint")} | _MESHES
    ),
)
"""Exports for black-and-white print and photocopies: black, white and fine lines."""

THEMES: Final = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST, PAPER, GREY, PATTERNS)}
