"""Writes `*.widths.json`, the advances and kerning of the bundled faces. Needs fonttools; not part of the program.

    python widths.py

With it a text is measured without Qt (`app/drawing/plain_measure.py`). For each face: `em` units; `advances`, the
characters of each advance; `ranges`, runs of characters with the advance of one em; `pairs`, kerned pairs of characters
by value; `firsts` and `seconds`, the characters of each kerning class; `classes`, values by "first class,second class".
"""

import json
from collections import defaultdict
from pathlib import Path

from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
FACES = ("sans-400.otf", "sans-700.otf", "sans-sc-400.otf", "sans-sc-700.otf", "mono-400.ttf", "mono-700.ttf")
SHORTEST = 4
"""Characters of one em in a row that are written as a range."""


def face(name):
    """What the table says of one face."""
    font = TTFont(HERE / name)
    em, glyphs = font["head"].unitsPerEm, font.getBestCmap()
    advances, full = defaultdict(list), []
    for code, glyph in sorted(glyphs.items()):
        width = font["hmtx"][glyph][0]
        (full if width == em else advances[width]).append(code)
    ranges, rest = runs(full)
    advances[em] += rest
    return {
        "em": em,
        "advances": {str(width): text(codes) for width, codes in sorted(advances.items()) if codes},
        "ranges": ranges,
        **kerning(font, glyphs),
    }


def runs(codes):
    """[first, last] of each longer run of codes, and the codes that stand alone."""
    found = []
    for code in codes:
        if found and code == found[-1][1] + 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    alone = [code for first, last in found if last - first < SHORTEST for code in range(first, last + 1)]
    return [run for run in found if run[1] - run[0] >= SHORTEST], alone


def text(codes):
    return "".join(map(chr, codes))


def kerning(font, glyphs):
    """The feature `kern`: single pairs come before classes, as in its lookup."""
    pairs, firsts, seconds, classes = defaultdict(list), [], [], {}
    characters = defaultdict(list)
    for code, glyph in sorted(glyphs.items()):
        characters[glyph].append(code)
    tables = [t for lookup in lookups(font, "kern") for t in lookup.SubTable]
    for table in tables:
        if table.Format == 1:
            assert not classes, "pairs after classes"
            for first, records in zip(table.Coverage.glyphs, table.PairSet, strict=True):
                for record in records.PairValueRecord:
                    value = record.Value1.XAdvance if record.Value1 else 0
                    for a in characters[first]:
                        pairs[value] += [chr(a) + chr(b) for b in characters[record.SecondGlyph]]
        else:
            assert not classes, "more than one table of classes"
            firsts, seconds, classes = class_table(table, characters)
    return {
        "pairs": {str(value): sorted(found) for value, found in sorted(pairs.items())},
        "firsts": firsts,
        "seconds": seconds,
        "classes": classes,
    }


def class_table(table, characters):
    first, second = defaultdict(list), defaultdict(list)
    for glyph in table.Coverage.glyphs:
        first[table.ClassDef1.classDefs.get(glyph, 0)] += characters[glyph]
    for glyph, number in table.ClassDef2.classDefs.items():
        second[number] += characters[glyph]
    values = {}
    for i, row in enumerate(table.Class1Record):
        for j, record in enumerate(row.Class2Record):
            value = record.Value1.XAdvance if record.Value1 else 0
            assert j or not value, "a value for everything else"
            if value and first[i] and second[j]:
                values[f"{i},{j}"] = value
    return (
        [text(sorted(first[i])) for i in range(table.Class1Count)],
        [text(sorted(second[j])) for j in range(table.Class2Count)],
        values,
    )


def lookups(font, tag):
    """The lookups of a feature that every script has in common."""
    if "GPOS" not in font:
        return []
    table = font["GPOS"].table
    numbers = {
        number
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == tag
        for number in record.Feature.LookupListIndex
    }
    return [table.LookupList.Lookup[number] for number in sorted(numbers)]


def main():
    """One file a face."""
    for name in FACES:
        table = json.dumps(face(name), ensure_ascii=False, separators=(",", ":"))
        (HERE / name).with_suffix(".widths.json").write_text(table + "\n", encoding="utf-8")


main()
