"""A scene as JSON: exact lines for hand-made marks, and nothing lost."""

from __future__ import annotations

import json

from drawing_support import gallery

from app.drawing.marks import Box, Font, Glyph, Label, Rect, Scene, Stroke
from app.publishing.scene_json import to_json

MARKS = (
    Label(id="b", x=1.005, y=20, text="“a”: b", font=Font(13, mono=True), width=33.333, above=1,
          runs=(("“a”: ", Font(13), "text2"), ("b", Font(13, True), "text"))),
    Box(id="a", rect=Rect(0, -0.001, 10.5, 20), fill="op.fill", spoken="A box.", links=("field:a",), dash=(4, 2.5)),
    Stroke(id="c", points=((0, 0), (5.25, 1 / 3)), head=9, opacity=0.35),
    Glyph(id="d", x=5, y=6, name="tick"),
)  # fmt: skip

WHOLE = """{
  "title": "T",
  "description": "D.",
  "caption": "Figure.",
  "width": 100,
  "height": 50.5,
  "unit": "px",
  "background": "stage",
  "reading_order": ["a"],
  "marks": [
    {"kind": "box", "id": "a", "rect": {"x": 0, "y": 0, "width": 10.5, "height": 20}, "radius": 0, "fill": "op.fill", \
"stroke": null, "line": 1, "dash": [4, 2.5], "hatch": null, "spoken": "A box.", "links": ["field:a"], "opacity": 1},
    {"kind": "stroke", "id": "c", "points": [[0, 0], [5.25, 0.33]], "closed": false, "color": "text", "line": 1, \
"dash": [], "round": false, "head": 9, "tail": 0, "fill": null, "spoken": "", "links": [], "opacity": 0.35},
    {"kind": "glyph", "id": "d", "name": "tick", "x": 5, "y": 6, "size": 20, "color": null, "on": null, \
"spoken": "", "links": [], "opacity": 1},
    {"kind": "label", "id": "b", "text": "“a”: b", "x": 1, "y": 20, "anchor": "start", "width": 33.33, \
"font": {"size": 13, "bold": false, "mono": true, "italic": false, "spacing": 0}, "color": "text", \
"runs": [{"text": "“a”: ", "font": {"size": 13, "bold": false, "mono": false, "italic": false, "spacing": 0}, \
"color": "text2"}, {"text": "b", "font": {"size": 13, "bold": true, "mono": false, "italic": false, "spacing": 0}, \
"color": "text"}], "struck": false, "spoken": "", "links": [], "opacity": 1}
  ]
}
"""


def test_every_kind_of_mark_in_painting_order() -> None:
    assert to_json(Scene(MARKS, 100, 50.5, "T", "D."), "Figure.") == WHOLE


def test_a_scene_without_marks() -> None:
    assert json.loads(to_json(Scene(())))["marks"] == []


def test_halves_of_pairs_are_escaped() -> None:
    source = to_json(Scene((Label(id="a", x=0, y=0, text="\ud83d\x00", font=Font(14)),)))
    source.encode()
    assert json.loads(source)["marks"][0]["text"] == "\ud83d\x00"


def test_nothing_is_lost_and_the_bytes_are_the_same() -> None:
    scene = gallery()
    document = json.loads(to_json(scene))
    assert [mark["id"] for mark in document["marks"]] == [mark.id for mark in scene]
    assert to_json(gallery()) == to_json(scene)
