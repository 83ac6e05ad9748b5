"""The offending bits are ringed in the row that holds them; a masked payload is shown unmasked."""

from __future__ import annotations

from app.drawing.marks import Box, Label
from app.figures.fault_bits import draw_bits
from app.figures.fault_finding import find, subject_frame
from app.figures.pen import Pen
from tests.app.figures.fault_support import facts_of
from tests.figures_support import plain_room


def bits(rule: str, height: float = 400) -> Pen:
    facts = facts_of(rule)
    finding = find(facts)
    assert finding is not None
    found = subject_frame(facts, finding)
    assert found is not None
    return draw_bits(plain_room(), *found, 0, finding, 150, height)


def ids(pen: Pen) -> set[str]:
    return {mark.id.removeprefix(pen.prefix) for mark in pen.marks}


def test_one_bit_in_the_first_row() -> None:
    found = ids(bits("frame.masked"))
    assert "broken.0.0" in found
    assert "bit.8" in found
    assert "bit.32" not in found


def test_a_bit_further_down_stands_in_its_own_row() -> None:
    pen = bits("text.utf8")
    found = ids(pen)
    assert "bit.64" in found
    assert "bit.0" not in found
    digits = [
        mark.text for mark in pen.marks if isinstance(mark, Label) and "/plain." in mark.id and "digits" in mark.id
    ]
    assert digits == ["48", "e9", "6c", "6c", "6f"]
    assert [name for name in sorted(found) if name.startswith("plain.") and name.endswith("ring")] == ["plain.2/ring"]


def test_a_long_field_takes_the_rows_there_is_room_for() -> None:
    assert {"bit.0", "bit.64"} <= ids(bits("frame.shortest"))
    small = ids(bits("frame.shortest", 240))
    assert "bit.0" in small
    assert "bit.64" not in small


def test_a_frame_that_is_only_too_early_is_ringed_as_a_whole() -> None:
    pen = bits("request.wait")
    ring = next(mark for mark in pen.marks if mark.id.endswith("/broken.0"))
    assert isinstance(ring, Box)
    assert ring.rect.width > 790
