"""Figures as plain text: hand-made scenes line by line, and every kind of figure with all its words."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from unicodedata import east_asian_width

import pytest
from drawing_support import gallery
from storyboard_support import last_scene

from app.columns import wide
from app.drawing.marks import AnyMark, Box, Font, Glyph, Label, Rect, Scene, Stroke
from app.publishing.ascii_text import GLYPHS, plain
from app.publishing.scene_ascii import MOST, to_ascii
from lessons.loader import FIGURES

BOTH = [(figure, lang) for figure in FIGURES for lang in ("en", "zh_CN")]


def _label(x: float, y: float, text: str, anchor: str = "start", **more: object) -> Label:
    return Label(id=f"{x} {y} {text}", x=x, y=y, text=text, font=Font(14), anchor=anchor, width=7.5 * len(text), **more)


def _box(x: float, y: float, width: float, height: float, **more: object) -> Box:
    return Box(id=f"{x} {y} {width}", rect=Rect(x, y, width, height), **({"stroke": "line"} | more))


def _stroke(*points: tuple[float, float], **more: object) -> Stroke:
    return Stroke(id=str(points), points=points, **more)


def _lines(*marks: AnyMark, columns: int = 40, title: str = "") -> list[str]:
    return to_ascii(Scene(marks, title=title), columns).splitlines()


def _cells(boxes: str, fill: str, x: float = 10) -> list[AnyMark]:
    """A row of bits."""
    marks: list[AnyMark] = []
    for at, bit in enumerate(boxes):
        token = f"{fill}.{'fill' if bit == '1' else 'tint'}"
        marks += [
            _box(x + 28 * at, 10, 28, 30, stroke="", fill=token),
            _label(x + 14 + 28 * at, 30, bit, "middle"),
        ]
    return marks


def test_messages_between_two_lifelines() -> None:
    assert _lines(
        _stroke((100, 40), (100, 200)),
        _stroke((500, 40), (500, 200)),
        _stroke((104, 80), (496, 92), head=8),
        _label(300, 90, "ping “a”", "middle"),
        _stroke((496, 130), (104, 142), head=8, dash=(4, 4)),
        _label(300, 140, "pong", "middle"),
        _stroke((104, 170), (300, 176), head=8),
        Glyph(id="lost", name="cross", x=308, y=176, size=14),
        _label(100, 30, "Client", "middle"),
        _label(500, 30, "Server", "middle"),
        title="Heartbeat…",
    ) == [
        "Heartbeat...",
        "",
        " Client            Server",
        "    |                 |",
        '    +--- ping "a" --->+',
        "    +<- -  pong - - - +",
        "    |                 |",
        "    +-------->x       |",
        "    |                 |",
    ]


def test_arrows_that_cross() -> None:
    lines = _lines(
        _stroke((10, 10), (10, 160)),
        _stroke((300, 10), (300, 160)),
        _stroke((10, 20), (300, 60), head=8),
        _stroke((300, 20), (10, 60), head=8),
    )
    assert lines == ["|--.      .--|", "|  '--.---'  |", "|  .--'---.  |", "|<-'      '->|", "|            |"]


def test_two_boxes_side_by_side_stay_apart() -> None:
    assert _lines(
        _box(10, 10, 200, 60, line=2.5),
        _label(20, 45, "OPEN"),
        _box(260, 10, 200, 60, dash=(2, 2)),
        _label(270, 45, "CLOSED"),
        _stroke((210, 40), (260, 40), head=8),
    ) == [
        "+========+  + - - - -+",
        "| OPEN   +->+ CLOSED :",
        "+========+  + - - - -+",
    ]


def test_boxes_that_touch_share_their_border_and_chinese_is_two_columns_wide() -> None:
    lines = _lines(
        _box(10, 10, 200, 60),
        _label(20, 45, "打开，好"),
        _label(200, 45, "3", "end"),
        _box(10, 72, 200, 60),
        _label(20, 105, "Close"),
    )
    assert lines == ["+-------------+", "| 打开，好  3 |", "+-------------+", "| Close       |", "+-------------+"]
    assert {wide(line) for line in lines} == {15}


def test_a_frame_around_one_line_is_a_pair_of_brackets() -> None:
    assert _lines(
        _box(10, 10, 80, 22, radius=11),
        _label(50, 26, "OPEN", "middle"),
        _box(110, 10, 80, 22, line=2),
        _label(150, 26, "now", "middle"),
        _box(210, 10, 80, 22, dash=(2, 2)),
        _label(250, 26, "later", "middle"),
    ) == ["( OPEN ) [ now ] : later :"]


def test_bits_stand_over_their_field() -> None:
    marks = [*_cells("1", "fin"), *_cells("000", "rsv", 38)]
    rules = [_box(10, 44, 27, 5, fill="fin.fill", stroke=""), _box(38, 44, 83, 5, fill="rsv.fill", stroke="")]
    names = [_label(24, 66, "FIN", "middle"), _label(80, 66, "RSV", "middle")]
    assert _lines(*marks, *rules, *names) == [" 1 0  0  0", " = =======", "FIN   RSV"]


def test_a_row_of_boxes_is_one_word_and_a_ring_is_seen() -> None:
    boxes = [_box(10 + 12 * at, 10, 11, 16, stroke="", fill="ink" if at % 3 else "sunk") for at in range(8)]
    ring = _box(20, 8, 15, 20, stroke="ring", line=2)
    assert _lines(*boxes, ring, _label(200, 22, "8 bits")) == [".@#.##.#  8 bits"]


def test_texts_in_one_place_become_notes() -> None:
    lines = _lines(_label(10, 20, "one"), _label(12, 20, "two"), _label(11, 20, "three"))
    assert lines == ["one", "three", "", "[1] two"]


def test_what_is_too_wide_becomes_a_note() -> None:
    labels = [replace(_label(10 + 200 * at, 20, f"{at} " + "word " * 12), width=180) for at in range(4)]
    lines = _lines(*labels, columns=100)
    assert max(map(wide, lines)) <= MOST
    assert "[1]" in lines[0]
    notes = lines[lines.index("") + 1 :]
    assert [line.split()[0] for line in notes] == [f"[{number}]" for number in range(1, len(notes) + 1)]
    assert sorted(notes) == sorted(notes, key=lambda line: line.split()[1])
    assert all(any(plain(label.text) in line for line in lines) for label in labels)


def test_a_path_with_a_corner_and_a_line_that_crosses_it() -> None:
    lines = _lines(_stroke((100, 40), (100, 100), (300, 100), head=8), _stroke((200, 60), (200, 140)))
    assert lines == ["    |    |", "    |    |", "    +----|--->", "         |"]


def test_shade_and_what_is_invisible_are_left_out() -> None:
    shade = _box(0, 0, 400, 300, fill="sunk", stroke="")
    gone = _label(50, 50, "gone", opacity=0)
    assert _lines(shade, gone, _label(10, 20, "here")) == ["here"]
    assert to_ascii(Scene(())) == ""


def test_an_accent_that_joins_takes_no_column() -> None:
    assert wide("e\u0301") == 1
    lines = _lines(_box(10, 10, 200, 60), _label(20, 45, "e\u0301e\u0301"))
    assert len({wide(line) for line in lines}) == 1


def test_every_glyph_has_a_sign_of_its_own() -> None:
    text = to_ascii(gallery())
    assert len(set(GLYPHS.values())) == len(GLYPHS)
    assert all(sign in text for sign in GLYPHS.values())


def test_no_qt() -> None:
    code = "import sys; import app.publishing.scene_ascii; assert not any(n.startswith('PySide6') for n in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(("figure", "lang"), BOTH)
def test_every_text_of_a_figure_is_written(figure: str, lang: str) -> None:
    scene = last_scene(figure, lang)
    text = to_ascii(scene)
    lines = text.splitlines()
    assert lines[0] == plain(scene.title)
    assert text.endswith("\n")
    assert all(line == line.rstrip() and wide(line) <= MOST for line in lines)
    assert {sign for sign in text if ord(sign) > 126 and not sign.isalnum()} <= set("，。、：；？！（）《》€😀")
    squeezed = "".join(text.split())
    for label in (mark for mark in scene if isinstance(mark, Label)):
        written = "".join(plain(label.text).split())
        assert squeezed.count(written) >= 1, label.id
    longer = [plain(mark.text) for mark in scene if isinstance(mark, Label) and len(mark.text) > 6]
    assert all(
        text.count(each) >= longer.count(each) for each in set(longer) if not any(each in o != each for o in longer)
    )
    assert to_ascii(scene) == text


@pytest.mark.parametrize("figure", ["states", "codes", "close"])
def test_sides_of_boxes_stand_under_each_other_in_chinese(figure: str) -> None:
    """Counted in columns of a terminal, nearly every upright line goes on above or below."""
    rows = [_columns(line) for line in to_ascii(last_scene(figure, "zh_CN")).splitlines()]
    goes_on = []
    for at, row in enumerate(rows):
        near = [rows[other] for other in (at - 1, at + 1) if 0 <= other < len(rows)]
        sides = [column for column, sign in enumerate(row) if sign == "|"]
        goes_on += [any(set(other[column : column + 1]) & set("|+v^") for other in near) for column in sides]
    assert sum(goes_on) / len(goes_on) > 0.9


def _columns(line: str) -> list[str]:
    return [part for sign in line for part in ([sign, ""] if east_asian_width(sign) in "WF" else [sign])]
