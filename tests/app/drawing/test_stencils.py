"""Stencils: a figure that takes marks from others is the same figure."""

import pytest

from app.drawing.marks import Box, Room
from app.drawing.plain_measure import PlainMeasure
from app.drawing.stencils import HELD, MOST, Kept, Stencils
from app.drawing.svg_device import to_svg
from app.drawing.theme import DARK, PAPER
from app.figures.frame_export import draw, draw_layout
from app.plain_words import plain_words
from protocol.frames import FrameReader, encode_frame
from protocol.vocabulary import Opcode, Role


class Alone:
    """The same widths, but no stencils."""

    def __init__(self, lang):
        self._measure = PlainMeasure(lang)

    def width(self, text, font):
        return self._measure.width(text, font)


def frames():
    """Of all lengths, masked and not, control frames, a reserved opcode."""
    sizes = (0, 1, 5, 40, 125, 126, 300, 70_000)
    data = []
    for size in sizes:
        payload = ("Grüße, 你好! " * 6000).encode()[:size]
        data += [encode_frame(Opcode.TEXT, payload), encode_frame(Opcode.BINARY, payload, key=b"\x37\xfa\x21\x3d")]
    data += [encode_frame(Opcode.CLOSE, b"\x03\xe8bye"), b"\xf3\x02ab"]
    return FrameReader().feed(b"".join(data))


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
@pytest.mark.parametrize("show", ["names", "values", "both"])
@pytest.mark.parametrize("bits", [8, 32])
def test_a_frame_is_drawn_and_written_as_if_it_were_the_only_one(lang, show, bits):
    options = {"bits": bits, "show": show}
    shared = Room(PlainMeasure(lang), plain_words(lang), options=options)
    alone = Room(Alone(lang), plain_words(lang), options=options)
    for frame in frames():
        for sender in Role:
            scene = draw(frame, sender, shared)
            assert scene == draw(frame, sender, alone)
            assert to_svg(scene, PAPER, lang) == to_svg(draw(frame, sender, alone), PAPER, lang)
    assert draw_layout(shared) == draw_layout(alone)


def test_themes_and_languages_do_not_mix():
    frame = frames()[2]
    pages = {
        (lang, theme.name): to_svg(draw(frame, Role.CLIENT, Room(PlainMeasure(lang), plain_words(lang))), theme, lang)
        for _ in range(2)
        for lang in ("en", "zh_CN")
        for theme in (PAPER, DARK)
    }
    assert len(set(pages.values())) == 4
    assert DARK.colour("stage") in pages["en", "dark"]


def test_a_mark_is_made_once():
    room = Room(PlainMeasure("en"), plain_words("en"))
    one, two = draw_layout(room), draw_layout(room)
    assert all(first is second for first, second in zip(one.marks, two.marks, strict=True))
    assert all(id(mark) in HELD for mark in one.marks)


def test_what_is_remembered_is_bounded():
    kept, before = Kept[Box](), len(HELD)
    for number in range(MOST + 10):
        kept.keep((number,), Box(id=str(number), rect=None))
    assert len(kept.marks) == 10
    assert len(HELD) == before + 10
    for mark in kept.marks.values():
        HELD.pop(id(mark))
    group = Stencils("en")
    for number in range(MOST + 10):
        group.keep_group((number,), ())
    assert len(group.groups) == 10
