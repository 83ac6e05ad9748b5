"""How a picture is built, in sentences."""

from __future__ import annotations

from figures_support import PlainWords

from app.drawing.marks import Box, Font, Label, Rect, Scene, Stroke
from app.publishing.alt_built import built
from app.publishing.alt_entries import entries
from app.publishing.alt_order import parts

BOLD = Font(18, bold=True)


def _built(*marks) -> list[str]:
    scene = Scene(marks)
    return built(scene, parts(scene, entries(scene, "")), PlainWords())


def test_who_stands_where() -> None:
    peers = (Label(id="peer.server", x=700, y=9, text="Server", font=BOLD),
             Label(id="peer.client", x=40, y=9, text="Client", font=BOLD))  # fmt: skip
    assert _built(*peers)[0] == "Client is on the left, Server on the right."


def test_which_way_the_arrows_lead() -> None:
    right = Stroke(id="a", points=((0, 0), (300, 5)), head=9)
    left = Stroke(id="b", points=((0, 0), (300, 5)), tail=9)
    short, steep = (Stroke(id=f"c{x}", points=((0, 0), (x, y)), head=9) for x, y in ((20, 0), (100, 90)))
    assert _built(right, left, short, steep) == ["Arrows lead to the right (1) and to the left (1)."]
    assert _built(right) == ["Arrows lead to the right (1)."]
    assert _built(left) == ["Arrows lead to the left (1)."]


def test_variants_and_which_one_is_shown() -> None:
    strip = (Box(id="variants.b", rect=Rect(90, 0, 60, 20), fill="raise", spoken="Lost. A message is lost."),
             Box(id="variants.a", rect=Rect(0, 0, 60, 20), fill="sunk", spoken="Usual. All goes well."))  # fmt: skip
    assert _built(*strip) == ["A strip at the top names the variants: Usual, Lost. This is “Lost”: A message is lost."]


def test_rows_of_bits() -> None:
    bits = [
        Box(id=f"bit.{n}", rect=Rect(20 * (n % 8), 20 * (n // 8), 20, 20), spoken=f"Bit {n}.", links=(f"bit:{n}",))
        for n in range(16)
    ]
    text = "Bits stand in rows of 8, each in a cell of its own: a 1 is dark, a 0 light."
    assert _built(*bits) == [text]
    assert _built(*bits[:8]) == []


def test_headings() -> None:
    labels = (Label(id=name, x=0, y=y, text=name, font=BOLD) for name, y in (("First part", 40), ("Second", 140)))
    assert _built(*labels) == ["Its parts have the headings “First part”, “Second”."]


def test_of_anything_else_nothing_is_said() -> None:
    assert _built(Box(id="a", rect=Rect(0, 0, 9, 9))) == []
