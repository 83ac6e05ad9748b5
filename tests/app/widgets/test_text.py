"""Text: exact line heights, wrapping without clipping, words for the reader of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.widgets.markdown import Run
from app.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget

LONG = "So far this is ordinary HTTP. The server reads the request line by line."


def test_height_is_a_whole_number_of_lines(qapp: QApplication) -> None:
    words = Text(16, 24)
    words.set_text(LONG)
    assert words.heightForWidth(10_000) == 24
    assert words.heightForWidth(263) % 24 == 0
    assert words.heightForWidth(263) > 24


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(
    st.integers(60, 400), st.sampled_from([LONG, "到目前为止，这只是一次普通的 HTTP 请求。服务器逐行读取。", "x" * 90])
)
def test_no_line_is_wider_than_the_label(qapp: QApplication, width: int, source: str) -> None:
    words = Text(16, 24)
    words.set_text(source)
    lines = words._laid(float(width)).lines
    assert all(line.naturalTextWidth() <= width + 0.5 for line in lines)
    assert words.heightForWidth(width) == 24 * len(lines)


def test_it_is_a_label_with_its_words(qapp: QApplication) -> None:
    words = Text()
    words.set_runs((Run("no "), Run("more", bold=True), Run(" data")))
    assert words.text() == "no more data"


def test_bold_words_are_wider(qapp: QApplication) -> None:
    plain, bold = Text(), Text()
    plain.set_runs((Run("more data"),))
    bold.set_runs((Run("more data", bold=True),))
    assert bold.natural_width() > plain.natural_width()


def test_one_line_stays_one_line(shown: Callable[..., QWidget]) -> None:
    words = Text(14, 20, wrap=False)
    words.set_text(LONG)
    shown(words, 80, 20)
    assert not words.hasHeightForWidth()
    words.grab()
    assert words.height() == 20


def test_empty_words_have_no_height(qapp: QApplication) -> None:
    words = Text()
    words.set_runs(())
    assert words.heightForWidth(200) in (0, 20)
