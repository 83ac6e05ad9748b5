"""The long description: paragraphs in their order, lines of 78 columns."""

from __future__ import annotations

from drawing_support import gallery
from figures_support import PlainWords

from app.drawing.marks import Box, Font, Label, Rect, Scene
from app.publishing.scene_alt import to_alt

NORMAL = "Close code 1000: may be sent, and is the one that says that all went well"

MARKS = (
    Box(id="code.1001", rect=Rect(0, 60, 99, 20), spoken="Close code 1001: may be sent"),
    Box(id="code.1000", rect=Rect(0, 90, 99, 20), spoken=NORMAL),
    Label(id="heading", x=0, y=40, text="Close codes", font=Font(15, bold=True), color="text"),
    Box(id="last", rect=Rect(0, 150, 99, 20), spoken="the server ends it"),
)  # fmt: skip
SCENE = Scene(MARKS, title="The end", description="The server has sent its Close")

WHOLE = """The end

Figure 1. How a connection ends.

The server has sent its Close.

Close codes: Close code 1000: may be sent, and is the one that says that all
went well. Close code 1001: may be sent. The server ends it.
"""


def test_the_whole_text() -> None:
    assert to_alt(SCENE, "Figure 1. How a connection ends.", PlainWords()) == WHOLE


def test_a_caption_that_says_it_all_is_told_once() -> None:
    text = to_alt(SCENE, "The end. The server has sent its Close.", PlainWords())
    assert text.startswith("The end. The server has sent its Close.\n\nClose codes")
    assert text.count("sent its Close") == 1


def test_chinese_lines_have_as_many_columns() -> None:
    box = Box(id="a", rect=Rect(0, 0, 9, 9), spoken="服务器回应自己的关闭帧，" * 9)
    lines = to_alt(Scene((box,), title="关闭"), "", PlainWords("zh_CN")).splitlines()
    assert max(map(len, lines[2:])) == 39
    assert lines[0] == "关闭"


def test_signs_without_a_picture_are_dots_and_nothing_is_markdown() -> None:
    text = to_alt(Scene(MARKS, title="a\x00b *c*"), "", PlainWords())
    assert text.startswith("a·b *c*\n\n")
    assert to_alt(Scene(MARKS, title="a\x00b *c*"), "", PlainWords()) == text


def test_any_scene_can_be_told() -> None:
    assert "glyph tick" in to_alt(gallery(), "", PlainWords()).casefold()
