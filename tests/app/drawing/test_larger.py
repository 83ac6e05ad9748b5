"""Labels grow where there is space, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from desk_support import make_desk

from app.drawing.larger import larger
from app.drawing.marks import AnyMark, Box, Font, Glyph, Label, Rect, Scene, Stroke

LEAST = 16.0


class Monospaced:
    """Every sign is 0.6 of its size wide."""

    def width(self, text: str, font: Font) -> float:
        return 0.6 * font.size * len(text)


MEASURE = Monospaced()


def label(name: str, x: float, y: float, text: str = "words", size: float = 12, **more: object) -> Label:
    font = Font(size)
    return Label(id=name, x=x, y=y, text=text, font=font, width=MEASURE.width(text, font), **more)  # type: ignore[arg-type]


def sizes(*marks: AnyMark) -> dict[str, float]:
    scene = larger(Scene(marks), LEAST, MEASURE)
    return {mark.id: mark.font.size for mark in scene.marks if isinstance(mark, Label)}


def test_a_label_with_space_is_as_large_as_asked_for() -> None:
    assert sizes(label("a", 100, 100)) == {"a": 16}
    assert sizes(label("a", 100, 100, size=20)) == {"a": 20}


def test_its_middle_stays() -> None:
    small = label("a", 400, 100, anchor="middle", runs=(("wo", Font(12), "text"), ("rds", Font(12, bold=True), "text")))
    (large,) = larger(Scene((small,)), LEAST, MEASURE).marks
    assert isinstance(large, Label)
    assert large.x == small.x
    assert large.width == pytest.approx(MEASURE.width("words", Font(16)))
    assert large.y - 0.36 * large.font.size == pytest.approx(small.y - 0.36 * small.font.size)
    assert [font.size for _, font, _ in large.runs] == [16, 16]


@pytest.mark.parametrize(
    "other",
    [
        label("b", 146, 100, size=20),
        Box(id="b", rect=Rect(144, 80, 40, 40), fill="sunk"),
        Glyph(id="b", x=154, y=96, name="tick", size=20),
        Stroke(id="b", points=((145, 60), (145, 140))),
        Stroke(id="b", points=((143, 80), (150, 120))),
        Box(id="b", rect=Rect(95, 80, 46, 40), stroke="line"),
    ],
    ids=["label", "box", "glyph", "line", "slope", "around"],
)
def test_it_stays_off_its_neighbour(other: AnyMark) -> None:
    own = label("a", 100, 100)  # it ends at x = 136, and at 148 if it were 16 high
    found = sizes(own, other)["a"]
    assert 12 <= found < 16
    away = replace(own, x=600.0)
    assert sizes(away, other)["a"] == 16


def test_two_lines_that_are_close_stay_as_they_are() -> None:
    assert sizes(label("a", 100, 100), label("b", 100, 112, size=20))["a"] == 12


def test_it_never_leaves_the_stage() -> None:
    assert sizes(label("a", 848, 100))["a"] == 12
    assert sizes(label("a", 880, 100, anchor="end"))["a"] == 16
    assert sizes(label("a", 400, 10))["a"] < 16


def test_what_is_alike_has_one_size() -> None:
    row = [label(f"byte.{n}", 40 * n + 20, 100, "ab", anchor="middle") for n in range(1, 9)]
    wall = Box(id="wall", rect=Rect(68, 90, 20, 12), fill="sunk")
    assert set(sizes(*row).values()) == {16}
    assert len(set(sizes(*row, wall).values())) == 1
    assert sizes(*row, wall)["byte.8"] < 16


def test_the_ground_behind_words_on_a_line_grows_with_them() -> None:
    line = Stroke(id="line", points=((50, 96), (400, 96)))
    ground = Box(id="ground", rect=Rect(96, 86, 44, 18), fill="stage")
    scene = larger(Scene((line, ground, label("a", 100, 100))), LEAST, MEASURE)
    back, words = scene.find("ground"), scene.find("a")
    assert isinstance(back, Box)
    assert isinstance(words, Label)
    assert words.font.size == 16
    assert back.rect.width - ground.rect.width == pytest.approx(words.width - 36)


def test_an_empty_scene_and_odd_marks_are_left_alone() -> None:
    assert larger(Scene(()), LEAST, MEASURE) == Scene(())
    odd = (label("a", -50, -50), label("b", 100, 100, " "), Stroke(id="c", points=()))
    assert [mark.id for mark in larger(Scene(odd), LEAST, MEASURE).marks] == ["a", "b", "c"]


def test_a_presented_theatre_is_read_from_afar_and_keeps_its_marks(qapp: object) -> None:
    desk = make_desk((1920, 1080))
    desk.session.open_slug("closing-handshake")
    desk.window.show()
    desk.window.present(True)
    plain, seen = desk._scene, desk.canvas.scene
    assert plain is not None
    left_out = ("stage.crumb", "stage.title", "variants.")
    assert [mark.id for mark in seen.marks] == [mark.id for mark in plain.marks if not mark.id.startswith(left_out)]
    scale = desk.canvas.to_widget(Rect(0, 0, 1, 1)).width()
    sizes = [mark.font.size * scale for mark in seen.marks if isinstance(mark, Label)]
    assert sum(size > 23.9 for size in sizes) > 0.6 * len(sizes)
    assert min(sizes) > 20
    desk.window.present(False)
    assert desk.canvas.scene == desk._scene
    desk.window.close()
