"""Makes the bundled fonts from Noto Sans CJK 2.004 and DejaVu Sans Mono 2.37. Needs fonttools; not part of the program.

    python subset.py NotoSansCJK-Regular.ttc NotoSansCJK-Bold.ttc DejaVuSansMono.ttf DejaVuSansMono-Bold.ttf

The subsets keep Latin, punctuation, arrows, mathematics and box drawing; the Chinese ones also all of GB 2312. They have
family names of their own, because the program must measure with exactly these faces even where others are installed.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

HERE = Path(__file__).parent
FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "mkmk"]
KR, SC = 1, 2

LATIN = {
    *range(0x20, 0x7F),
    *range(0xA0, 0x250),
    *range(0x2C6, 0x2DE),
    *range(0x370, 0x400),
    *range(0x2010, 0x2028),
    *range(0x2030, 0x205F),
    *range(0x2070, 0x20C0),
    *range(0x2100, 0x2150),
    *range(0x2150, 0x2300),
    *range(0x2300, 0x2400),
    *range(0x2400, 0x2427),
    *range(0x2460, 0x2474),
    *range(0x2500, 0x2600),
    *range(0x2600, 0x2670),
    *range(0x2700, 0x2770),
    0xFEFF,
    0xFFFD,
}
GB2312 = {
    ord(bytes((row, cell)).decode("gb2312"))
    for row in range(0xA1, 0xF8)
    for cell in range(0xA1, 0xFF)
    if bytes((row, cell)).decode("gb2312", "ignore")
}
FULL_WIDTH = {*range(0x3000, 0x3020), *range(0xFF00, 0xFF61), *range(0xFFE0, 0xFFE7)}


def make(font: TTFont, characters: set[int], family: str, bold: bool, target: str) -> None:
    """Writes the subset under its own name."""
    options = subset.Options(
        layout_features=FEATURES, hinting=False, notdef_outline=True, name_IDs=["*"], drop_tables=["VORG", "vhea", "vmtx", "FFTM"]
    )
    worker = subset.Subsetter(options)
    worker.populate(unicodes=characters)
    worker.subset(font)
    style = "Bold" if bold else "Regular"
    new = {1: family, 2: style, 3: f"{family} {style}", 4: f"{family} {style}", 6: f"{family.replace(' ', '')}-{style}"}
    for record in list(font["name"].names):
        if record.nameID in (1, 2, 3, 4, 6, 16, 17, 21, 22):
            font["name"].removeNames(nameID=record.nameID)
    for number, text in new.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [new[6]]
        cff.topDictIndex[0].FullName, cff.topDictIndex[0].FamilyName = new[4], family
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(HERE / target)


def main() -> None:
    """The six files."""
    regular, bold, mono, mono_bold = sys.argv[1:]
    for path, heavy in ((regular, False), (bold, True)):
        weight = 700 if heavy else 400
        make(TTCollection(path).fonts[KR], LATIN, "WebSocket 101 Sans", heavy, f"sans-{weight}.otf")
        chinese = LATIN | GB2312 | FULL_WIDTH
        make(TTCollection(path).fonts[SC], chinese, "WebSocket 101 Sans SC", heavy, f"sans-sc-{weight}.otf")
    for path, heavy in ((mono, False), (mono_bold, True)):
        make(TTFont(path), LATIN, "WebSocket 101 Mono", heavy, f"mono-{700 if heavy else 400}.ttf")


main()
