"""Lines on paper: none is too wide, nothing is lost, and none begins with what never begins a line."""

import pytest

from app.drawing.fonts import QtMeasure
from app.storyboard.prose import NEVER_FIRST, set_in_lines
from app.widgets.markdown import paragraphs

pytestmark = pytest.mark.usefixtures("qapp")

ENGLISH = (
    "The server **MUST** close TCP at once (`FIN`=1), and sends `83 e8`; the client, *however*, only *SHOULD* wait."
)
CHINESE = (
    "服务器**必须**立即关闭 TCP（`FIN`=1），并发送 FIN；客户端“应当”等待，但可以自行结束。掩码不是加密：密钥就在帧里。"
)


def text(prose):
    return "".join("".join(piece for piece, _ in line) for line in prose.lines)


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
@pytest.mark.parametrize("width", [90, 140, 333])
def test_lines_are_no_wider_than_the_column(lang, width):
    measure = QtMeasure(lang)
    source = ENGLISH if lang == "en" else CHINESE
    prose = set_in_lines(paragraphs(source), 12, width, measure)
    assert len(prose.lines) > 1
    for line in prose.lines:
        assert sum(measure.width(piece, font) for piece, font in line) <= width
        assert line[0][0][0] not in NEVER_FIRST | {" "}
        assert line[-1][0][-1] != " "
    wanted = "".join(run.text for runs in paragraphs(source) for run in runs)
    assert text(prose).replace(" ", "") == wanted.replace(" ", "")


def test_code_and_bold_keep_their_fonts():
    (line,) = set_in_lines(paragraphs("a **b** `c` d"), 12, 500, QtMeasure()).lines
    assert [(piece, font.bold, font.mono) for piece, font in line] == [
        ("a ", False, False), ("b", True, False), (" ", False, False), ("c", False, True), (" d", False, False),
    ]  # fmt: skip


def test_a_word_that_is_too_long_stands_alone():
    prose = set_in_lines(paragraphs("a dGhlIHNhbXBsZSBub25jZQ== b"), 12, 40, QtMeasure())
    assert [line[0][0] for line in prose.lines] == ["a", "dGhlIHNhbXBsZSBub25jZQ==", "b"]


def test_paragraphs_are_half_a_line_apart():
    prose = set_in_lines(paragraphs("one\n\ntwo"), 10, 100, QtMeasure())
    first, second = prose.labels("body", 5, 7)
    assert prose.height == pytest.approx(2.5 * 14.2)
    assert (first.x, first.text, second.text) == (5, "one", "two")
    assert second.y - first.y == pytest.approx(1.5 * 14.2)
