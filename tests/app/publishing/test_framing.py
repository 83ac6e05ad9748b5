"""What a scene becomes on its way out: cut, with captions, on a slide."""

import pytest

from app.drawing.marks import Box, Font, Label, Rect, Scene
from app.publishing.framing import MARGIN, Caption, captioned, cropped, on_slide, smallest_text


class Fixed:
    """Every letter is half as wide as it is high."""

    def width(self, text, font):
        return font.size * len(text) / 2


def scene(*, width=888.0, height=700.0, x=100.0, y=200.0):
    box = Box(id="box", rect=Rect(x, y, 400, 50), fill="op.fill")
    return Scene((box, Label(id="word", x=x, y=y + 30, text="word", font=Font(12))), width=width, height=height)


def test_what_is_empty_above_and_below_goes():
    cut = cropped(scene())
    box = cut.find("box")
    assert box.rect.y == pytest.approx(MARGIN, abs=4)
    assert cut.height - box.rect.bottom == pytest.approx(MARGIN, abs=4)
    assert (cut.width, box.rect.x) == (888, 100)
    assert cropped(Scene(())) == Scene(())


def test_a_caption_stands_below_from_the_leftmost_box_on():
    with_one = captioned(scene(), [Caption("Figure 1.", "A box. " * 30, "en")], Fixed())
    lines = [mark for mark in with_one.marks if mark.id.startswith("caption.0.")]
    assert len(lines) > 2
    assert {line.x for line in lines} == {100}
    assert lines[0].runs[0][:2] == ("Figure 1.  ", Font(14, bold=True))
    assert lines[0].y == 700
    assert with_one.height == pytest.approx(lines[-1].y + MARGIN)
    assert max(line.width for line in lines) <= 888 - MARGIN - 100
    assert lines[0].spoken == "A box. " * 30


def test_two_captions_do_not_touch_and_one_without_a_number_has_no_label():
    both = captioned(scene(), [Caption("", "One.", "en"), Caption("图 1", "二。", "zh_CN")], Fixed())
    first, second = both.find("caption.0.0"), both.find("caption.1.0")
    assert first.text == "One."
    assert second.text == "图 1　二。"
    assert second.y - first.y > 14 * 2
    assert captioned(scene(), [], Fixed()) == scene()


def test_wide_figures_have_larger_captions():
    assert captioned(scene(width=1300), [Caption("", "One.", "en")], Fixed()).find("caption.0.0").font.size == 16


@pytest.mark.parametrize(("width", "height"), [(1600, 100), (100, 900), (1600, 900)])
def test_a_slide_is_16_to_9_and_the_figure_in_its_middle(width, height):
    slide = on_slide(scene(width=width, height=height, x=0, y=0))
    assert slide.width / slide.height == pytest.approx(16 / 9)
    box = slide.find("box")
    assert box.rect.x == pytest.approx((slide.width - width) / 2)
    assert box.rect.y == pytest.approx((slide.height - height) / 2)


def test_the_smallest_letters_are_told_in_points():
    assert smallest_text(scene(), 0) == 9  # 12 CSS pixels
    assert smallest_text(scene(), 444) == 4.5
    assert smallest_text(Scene(()), 100) == 0
