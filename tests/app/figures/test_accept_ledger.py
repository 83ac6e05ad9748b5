"""The ledger adds up in every round, and the carry is what does not fit."""

from __future__ import annotations

from app.drawing.marks import Label, Scene
from app.figures.accept import draw
from tests.accept_support import handshake_facts
from tests.figures_support import plain_room


def number(scene: Scene, mark_id: str) -> int:
    mark = scene.find(mark_id)
    assert isinstance(mark, Label)
    return int(mark.text, 16)


def test_the_sum_in_every_round() -> None:
    facts = handshake_facts()
    for block in (1, 2):
        for t in range(80):
            scene = draw(facts, len(facts), f"round.{block}.{t}", plain_room())
            total = sum(number(scene, f"ledger.{name}/hex") for name in ("rotl", "mix", "e", "K", "W"))
            carry = number(scene, "ledger/carry") if scene.find("ledger/carry") else 0
            assert total == (carry << 32) + number(scene, "ledger/result")
            assert number(scene, "after.a/hex") == number(scene, "ledger/result")


def test_the_carry_is_struck() -> None:
    carry = draw(handshake_facts(), 3, "round.1.37", plain_room()).find("ledger/carry")
    assert isinstance(carry, Label)
    assert (carry.text, carry.struck) == ("2", True)


def test_registers_move_down() -> None:
    scene = draw(handshake_facts(), 3, "round.1.37", plain_room())
    for new, old in (("b", "a"), ("d", "c"), ("e", "d")):
        assert number(scene, f"after.{new}/hex") == number(scene, f"before.{old}/hex")
    b = number(scene, "before.b/hex")
    assert number(scene, "after.c/hex") == (b << 30 | b >> 2) & 0xFFFFFFFF


def test_every_word_has_the_name_of_its_row() -> None:
    for focus, text in (("round.1.5", "W5"), ("round.1.16", "W16")):
        label = draw(handshake_facts(), 3, focus, plain_room()).find("ledger.W")
        assert isinstance(label, Label)
        assert label.text == text
