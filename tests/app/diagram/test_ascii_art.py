"""RFC art: the picture of section 5.2, line by line, and lines of the same width in every language."""

from __future__ import annotations

from itertools import pairwise

import pytest

from app.columns import wide
from app.diagram.ascii_art import COLUMNS, INDENT, to_ascii
from app.diagram.frame import frame_diagram, layout_diagram
from app.plain_words import PlainWords
from lessons.narration.rules import text
from protocol.frames import Frame, FrameReader
from protocol.vocabulary import Role

HELLO = "818537fa213d7f9f4d5158"

# RFC 6455 section 5.2: the ruler and the borders of the first rows, as they stand in the RFC.
RULER = (
    "      0                   1                   2                   3",
    "      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1",
)
TOP = "     +-+-+-+-+-------+-+-------------+-------------------------------+"
BELOW_LENGTH = "     +-+-+-+-+-------+-+-------------+ - - - - - - - - - - - - - - - +"
BELOW_EXTENDED = "     + - - - - - - - - - - - - - - - +-------------------------------+"
BELOW_KEY = "     +-------------------------------+-------------------------------+"
BELOW_PAYLOAD = "     +-------------------------------+ - - - - - - - - - - - - - - - +"
END = "     +---------------------------------------------------------------+"


def _words(lang: str) -> PlainWords:
    return PlainWords(lang, text)


def _frame(octets: str) -> Frame:
    [frame] = FrameReader().feed(bytes.fromhex(octets))
    return frame


def test_the_layout_has_the_lines_of_the_rfc() -> None:
    lines = to_ascii(layout_diagram(_words("en"), show="names")).splitlines()
    borders = [line for line in lines if line.lstrip().startswith("+")]
    assert tuple(lines[:2]) == RULER
    assert borders == [TOP, BELOW_LENGTH, BELOW_EXTENDED, BELOW_KEY, BELOW_PAYLOAD, END]
    assert lines[lines.index(END) - 1].startswith("     :   ")
    assert lines[lines.index(END) - 1].endswith("   :")
    assert lines[3].startswith("     |F|R|R|R|")
    assert [line[INDENT] for line in lines[3:6]] == ["F", "I", "N"]
    assert [line[INDENT + 16] for line in lines[3:7]] == list("MASK")


def test_the_masked_hello() -> None:
    assert to_ascii(frame_diagram(_frame(HELLO), Role.CLIENT, _words("en"))).startswith(
        "\n".join(
            (
                *RULER,
                TOP,
                "     |F|R|R|R| opcode|M|   payload   |          masking key          |",
                "     |I|S|S|S|  0x1  |A|    length   |             37 fa             |",
                "     |N|V|V|V|       |S|      5      |                               |",
                "     | |1|2|3|       |K|             |                               |",
                "     |1|0|0|0|       |1|             |                               |",
                TOP,
                "     |    masking key (continued)    |          payload data         |",
                "     |             21 3d             |             7f 9f             |",
                "     +-------------------------------+ - - - - - - - +---------------+",
                "     |            payload data (continued)           |",
                "     |                    4d 51 58                   |",
                "     +-----------------------------------------------+",
                "",
            )
        )
    )


@pytest.mark.parametrize("width", [8, 16, 32])
@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_all_lines_of_the_boxes_are_equally_wide(lang: str, width: int) -> None:
    long = _frame("827e0100" + "00" * 256)
    lines = to_ascii(frame_diagram(long, Role.SERVER, _words(lang), width)).splitlines()  # type: ignore[arg-type]
    boxes = [line for line in lines if line[INDENT - 1 : INDENT] in {"|", "+", ":"}]
    assert {wide(line) for line in boxes} == {INDENT + 2 * width}
    assert any(":" in line for line in boxes)
    assert all(wide(line) <= COLUMNS for line in lines)


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
@pytest.mark.parametrize("show", ["names", "values", "both"])
@pytest.mark.parametrize("width", [8, 16, 32])
def test_all_layouts_are_straight(width: int, show: str, lang: str) -> None:
    lines = to_ascii(layout_diagram(_words(lang), width, show)).splitlines()  # type: ignore[arg-type]
    boxes = [line for line in lines if line[INDENT - 1 : INDENT] in {"|", "+", ":"}]
    assert {wide(line) for line in boxes} == {INDENT + 2 * width}
    borders = [number for number, line in enumerate(boxes) if line.lstrip().startswith("+")]
    assert all(after - before > 1 for before, after in pairwise(borders))


def test_values_of_single_bits_stand_in_one_line() -> None:
    lines = to_ascii(frame_diagram(_frame(HELLO), Role.CLIENT, _words("en"), show="values")).splitlines()
    assert lines[3] == "     |1|0|0|0|  0x1  |1|      5      |             37 fa             |"


def test_latin_words_in_chinese_are_not_cut() -> None:
    lines = to_ascii(layout_diagram(_words("zh_CN"), 16)).splitlines()
    assert not [line for line in lines if line.endswith(("WebSo", "WebSocke", "RF", "645", "MAS"))]
    assert any("WebSocket" in line for line in lines)
