"""The six cards: done, current, to come, with the numbers of this key."""

from __future__ import annotations

from app.drawing.marks import Box, Scene, Stroke
from app.figures.accept import draw
from tests.accept_support import handshake_facts
from tests.figures_support import plain_room

STAGES = ["join", "pad", "schedule", "rounds", "digest", "base64"]


def scene_of(focus: str, key: str | None = None) -> Scene:
    facts = handshake_facts(key) if key else handshake_facts()
    return draw(facts, len(facts), focus, plain_room())


def test_one_card_is_current_those_before_it_are_done() -> None:
    for place, focus in enumerate(["join", "pad", "schedule.5", "round.1.3", "digest", "base64.2"]):
        scene = scene_of(focus)
        for other, stage in enumerate(STAGES):
            card = scene.find(f"card.{stage}")
            assert isinstance(card, Box)
            assert (card.stroke == "ink") == (other == place)
            assert (scene.find(f"card.{stage}/done") is not None) == (other < place)
            assert (scene.find(f"card.{stage}/now") is not None) == (other == place)
            word = ("done" if other < place else "shown below" if other == place else "to come") + "."
            assert word in card.spoken


def test_for_the_answer_all_are_done() -> None:
    scene = scene_of("answer")
    assert all(scene.find(f"card.{stage}/done") for stage in STAGES)


def spoken_of(scene: Scene, stage: str) -> str:
    card = scene.find(f"card.{stage}")
    assert isinstance(card, Box)
    return card.spoken


def test_captions_are_computed() -> None:
    scene = scene_of("round.1.37")
    captions = {
        "join": "24 + 36 = 60 bytes",
        "pad": "60+1+59+8 = 2 × 64",
        "schedule": "16 words grow to 80",
        "rounds": "block 1, t = 37",
        "digest": "20 bytes",
        "base64": "s3pP…xOo=",
    }
    for stage, caption in captions.items():
        assert spoken_of(scene, stage).endswith(caption)
    assert spoken_of(scene_of("digest", "k" * 19), "pad").endswith("55+1+0+8 = 1 × 64")


def test_the_current_card_opens_into_the_panel() -> None:
    scene = scene_of("round.1.37")
    left = scene.find("panel/left")
    assert isinstance(left, Stroke)
    assert left.points == ((491, 222), (491, 230), (32, 272))
