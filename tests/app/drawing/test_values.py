"""Values that are made quickly compare, hash, show and change as dataclasses do."""

from dataclasses import field, fields, replace

import pytest

from app.drawing.values import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    x: float
    y: float = 0
    note: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Town(Named):
    place: Place
    tags: tuple[str, ...] = ()


def test_equal_values_are_equal_and_have_one_hash():
    assert Place(1, 2) == Place(1.0, 2, note="left out of comparing")
    assert len({Place(1, 2), Place(1, 2, "x"), Place(2, 1)}) == 2
    assert Place(1) != (1, 0)
    assert Town(name="a", place=Place(1)) != Named(name="a")
    assert {Named(name="a"): 1}[Named(name="a")] == 1


def test_they_are_replaced_matched_and_shown():
    town = Town(name="a", place=Place(1))
    assert replace(town, tags=("t",)) == Town(name="a", place=Place(1), tags=("t",))
    assert [one.name for one in fields(town)] == ["name", "place", "tags"]
    assert repr(town) == "Town(name='a', place=Place(x=1, y=0, note=''), tags=())"
    match Place(3, 4):
        case Place(x, y):
            assert (x, y) == (3, 4)


def test_they_have_no_room_for_more():
    with pytest.raises(AttributeError):
        Place(1).z = 2
    with pytest.raises(TypeError):
        Named("by position")
