"""Stencils: a figure that takes marks from others is the same figure."""

from dataclasses import replace

import pytest

from app.drawing.marks import Box, Rect, Room, Scene
from app.drawing.plain_measure import PlainMeasure
from app.drawing.stencils import HELD, MOST, RUN, RUNS, Kept, Stencils, run_at
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
            scene = draw(frame, sender, alone)
            page = to_svg(scene, PAPER, lang)
            for _ in range(3):
                assert draw(frame, sender, shared) == scene
                assert to_svg(draw(frame, sender, shared), PAPER, lang) == page
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


def row(count, name="row"):
    return tuple(Box(id=f"{name}.{number}", rect=Rect(number, 0, 1, 1), fill="op.fill") for number in range(count))


def test_a_run_is_found_by_its_very_marks():
    kept, marks = Stencils("xx"), row(RUN + 2)
    kept.keep_group(("row",), marks)
    assert run_at((*row(3), *marks, *row(1)), 3) is RUNS[id(marks[0])][0]
    assert run_at((marks[0], *row(RUN + 1)), 0) == ()
    assert run_at(marks[:-1], 0) == ()
    assert run_at(marks, 1) == ()


def test_few_marks_are_no_run_and_layers_are_runs_of_their_own():
    kept, few = Stencils("xx"), row(RUN)
    kept.keep_group(("few",), few)
    assert id(few[0]) not in RUNS
    low, high = row(RUN + 1), tuple(replace(mark, above=1) for mark in row(RUN + 1, "high"))
    kept.keep_group(("both",), (*low, *high))
    assert (RUNS[id(low[0])], RUNS[id(high[0])]) == ([low], [high])


def test_a_first_mark_has_its_newest_runs():
    kept, (first, *rest) = Stencils("xx"), row(RUN + 1)
    for number in range(RUN + 3):
        kept.keep_group((number,), (first, *rest, *row(number)))
    assert [len(run) for run in RUNS[id(first)]] == [2 * RUN + 3 - number for number in range(RUN)]


def test_it_knows_what_it_was_asked_before():
    kept = Stencils("xx")
    assert [kept.is_known((1, 2)) for _ in range(3)] == [False, True, True]
    assert not kept.is_known((2, 1))


def test_a_run_whose_ids_are_taken_gets_others():
    """The same row twice in one document: ids are unique in it."""
    kept, marks = Stencils("en"), tuple(replace(mark, spoken="A box.") for mark in row(RUN + 1))
    for mark in marks:
        kept.boxes.keep((mark.id,), mark)
    kept.keep_group(("row",), marks)
    pages = [to_svg(Scene(marks * 2), PAPER) for _ in range(3)]
    assert pages[0] == pages[1] == pages[2]
    assert pages[0].count('id="row.0"') == pages[0].count('id="row.0-2"') == 1
