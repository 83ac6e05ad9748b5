"""Rows of small boxes as one word."""

from __future__ import annotations

from ascii_support import box

from app.publishing.ascii_strips import is_strong, strips


def _bits(text: str, x: float = 0) -> list:
    fills = {"#": {"fill": "ink"}, ".": {"fill": "sunk"}, "/": {"fill": "sunk", "hatch": "line"}}
    return [box(x + 12 * at, 0, 11, 16, **fills[sign]) for at, sign in enumerate(text)]


def test_strong_plain_and_hatched_boxes() -> None:
    [strip] = strips(_bits("#..#/"))
    assert (strip.text, strip.left, strip.right, strip.y) == ("#..#/", 0, 59, 8)
    assert [strip.column(x) for x in (0, 31, 59)] == [0, 3, 5]


def test_a_gap_parts_strips_and_few_boxes_are_none() -> None:
    assert [one.text for one in strips([*_bits("#####"), *_bits(".####", 100)])] == ["#####", ".####"]
    assert strips(_bits("####")) == []


def test_a_ring_is_another_sign() -> None:
    ring = box(10, -2, 15, 20, stroke="ring", line=2)
    [strip] = strips([*_bits("#.####"), ring])
    assert (strip.text, strip.rings) == ("#o####", [ring])


def test_a_pale_ground_is_no_strip() -> None:
    assert strips([box(12 * at, 0, 11, 16, fill="op.tint") for at in range(8)]) == []


def test_what_is_strong() -> None:
    assert [is_strong(box(0, 0, 9, 9, fill=fill)) for fill in ("op.fill", "ink", "op.tint", "")] == [
        True, True, False, False,
    ]  # fmt: skip
