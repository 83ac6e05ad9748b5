"""The message on its bench: a mark for every byte and every place between two, and cuts where they are."""

from __future__ import annotations

from app.drawing.marks import Box
from app.figures.lab_text import Strip, draw
from app.model.lab.text_draft import MOST, TextDraft, run_text
from protocol.vocabulary import Role
from tests.figures_support import plain_room as room
from tests.layout_support import outside, overlapping_labels

DRAFT = TextDraft(b"Gr\xc3\xbc\xc3\x9fe", (3,))


def scene_of(draft: TextDraft, at: int, bad: int | None = None, height: float = 772) -> object:
    strip = Strip(draft.payload, draft.cuts, at, bad, draft.sender)
    return draw(strip, run_text(draft).facts, room(height))


def test_bytes_and_places() -> None:
    scene = scene_of(DRAFT, 6)
    assert [mark.id for mark in scene.marks if mark.id.startswith("strip.") and "/" not in mark.id] == [
        f"strip.{index}" for index in range(7)
    ]
    places = [mark for mark in scene.marks if mark.id.startswith("cut.") and "/" not in mark.id]
    assert [mark.id for mark in places] == [f"cut.{place}" for place in range(1, 7)]
    assert [mark.id for mark in places if "cut:on" in mark.links] == ["cut.3"]
    assert overlapping_labels(scene) == []
    assert outside(scene) == []


def test_what_was_not_read_and_what_is_wrong() -> None:
    scene = scene_of(DRAFT, 2, bad=4)
    boxes = {mark.id: mark for mark in scene.marks if isinstance(mark, Box)}
    assert (boxes["strip.2"].fill, boxes["strip.3"].fill, boxes["strip.4"].fill) == ("pay.tint", "", "err.tint")


def test_the_longest_message_has_room() -> None:
    scene = scene_of(TextDraft(b"x" * MOST, (), sender=Role.SERVER), MOST - 1, height=632)
    assert outside(scene) == []
    assert overlapping_labels(scene) == []
