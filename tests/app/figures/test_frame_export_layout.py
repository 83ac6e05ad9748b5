"""The figure of frames in general: the fields of section 5.2, dashed what need not be there, no end to the payload."""

from __future__ import annotations

import pytest

from app.drawing.marks import Box, Scene, Stroke
from app.figures import frame_export
from tests.app.figures.frame_support import texts
from tests.figures_support import plain_room, unknown_colours
from tests.layout_support import outside, overlapping_labels, repeated_ids, too_small


def draw(bits: int = 32, show: str = "both") -> Scene:
    return frame_export.draw_layout(plain_room(options={"bits": bits, "show": show}))


def dashed(scene: Scene) -> set[str]:
    """The fields whose outline is dashed."""
    return {
        mark.id.split("/")[1].rpartition(".")[0]
        for mark in scene.marks
        if isinstance(mark, (Box, Stroke)) and mark.dash
    }


@pytest.mark.parametrize("show", ["names", "values", "both"])
@pytest.mark.parametrize("bits", [8, 16, 32])
def test_only_what_need_not_be_there_is_dashed(bits: int, show: str) -> None:
    scene = draw(bits, show)
    assert dashed(scene) == {"extended payload length", "masking key"}
    faults = overlapping_labels(scene) + outside(scene, top=8) + too_small(scene) + repeated_ids(scene)
    assert faults == []
    assert unknown_colours(scene) == set()


def test_the_rows_of_section_5_2() -> None:
    scene = draw()
    boxes = [mark for mark in scene.marks if isinstance(mark, Box) and mark.links]
    rows: dict[float, list[tuple[str, float]]] = {}
    for mark in boxes:
        rows.setdefault(mark.rect.y, []).append((mark.links[0].removeprefix("field:"), mark.rect.width / 37))
    assert list(rows.values()) == [
        [("FIN", 1), ("RSV1", 1), ("RSV2", 1), ("RSV3", 1), ("opcode", 4), ("MASK", 1), ("payload length", 7),
         ("extended payload length", 16)],
        [("extended payload length", 32)],
        [("extended payload length", 16), ("masking key", 16)],
        [("masking key", 16), ("payload data", 16)],
    ]  # fmt: skip
    # The last row is a polygon with a ragged foot: it has no end.
    last = scene.find("layout/payload data.128")
    assert isinstance(last, Stroke)
    assert last.closed
    assert len({y for _, y in last.points}) == 3


def test_conditions_are_told_in_words() -> None:
    told = texts(draw())
    assert "16 bits if payload length is 126, 64 if it is 127" in told
    assert told.count("only if payload length is 127") == 2
    assert "32 bits, if MASK is 1" in told
    assert "only if MASK is 1" in draw(show="names").description


def test_names_and_values_apart() -> None:
    names, values = set(texts(draw(show="names"))), set(texts(draw(show="values")))
    assert {"FIN", "opcode", "masking key (continued)"} <= names
    assert {"1 bit", "4 bits", "7 bits"} <= values
    assert not {"1 bit", "32 bits, if MASK is 1"} & names
    assert not {"FIN", "opcode", "masking key"} & values
    assert draw(show="names").height < draw().height
