"""The heartbeat figure on real runs: what is shown when, and that everything fits."""

from __future__ import annotations

import pytest

from app.drawing.marks import Box, Label, Room
from app.figures.heartbeat import draw
from lessons.model import BeatSetup
from protocol.knowledge import Facts
from tests.app.figures.heartbeat_support import by_hand, client_asks, facts_of_actions, lost, nobody_asks, server_asks
from tests.figures_support import PlainMeasure, PlainWords, plain_room
from tests.layout_support import layout_faults

RUNS = {"server": server_asks, "client": client_asks, "nobody": nobody_asks, "by-hand": by_hand}


def scene_at(facts, fact_id, focus="", height=772.0):
    return draw(facts, facts.place(fact_id) + 1, focus, plain_room(height))


def texts(scene, prefix=""):
    return [mark.text for mark in scene.marks if isinstance(mark, Label) and mark.id.startswith(prefix)]


def ids(scene):
    return {mark.id for mark in scene.marks}


@pytest.mark.parametrize("height", [632.0, 700.0, 772.0])
@pytest.mark.parametrize("run", RUNS)
def test_everything_fits_at_every_moment(run, height):
    facts = RUNS[run]()
    for cursor in range(len(facts) + 1):
        for focus in ("", "lost"):
            assert layout_faults(draw(facts, cursor, focus, plain_room(height))) == []


def test_nothing_is_shown_before_it_happened():
    scene = scene_at(server_asks(), "server.frame.0.arrived")
    assert "frame.server.0" in ids(scene)
    assert not {"frame.client.0", "frame.server.1", "lost", "same"} & ids(scene)
    assert not any("1006" in text for text in texts(scene))


def test_while_the_network_is_lost_messages_end_in_it_and_nobody_is_told():
    scene = scene_at(server_asks(), "server.frame.2.sent")
    assert {"lost", "frame.server.2/lost"} <= ids(scene)
    assert "missed.1" not in ids(scene)
    assert "ping “beat-3”" in texts(scene, "frame.server.2/label")
    assert "OPEN" in texts(scene, "told.client")


def test_the_loss_can_be_seen_before_anything_is_lost_in_it():
    facts = server_asks()
    assert "lost" not in ids(scene_at(facts, "client.frame.1.arrived"))
    assert "lost" in ids(scene_at(facts, "client.frame.1.arrived", "lost"))
    assert "lost" not in ids(scene_at(facts, "client.frame.0.arrived", "lost"))


def test_missed_pongs_are_counted_and_both_sides_stand_in_one_row():
    scene = scene_at(server_asks(), "server.told")
    assert texts(scene, "missed.") == ["missed 1", "missed 2"]
    told = texts(scene, "told.server.6") + texts(scene, "told.client.6")
    assert told == ["1006, link lost", "CLOSED", "nothing yet", "OPEN"]
    frame = scene.find("now/frame")
    boxes = [scene.find("told.client.6"), scene.find("told.server.6")]
    assert isinstance(frame, Box)
    for box in boxes:
        assert isinstance(box, Box)
        assert frame.rect.y <= box.rect.y
        assert box.rect.bottom <= frame.rect.bottom


def test_the_reset_comes_when_the_client_speaks():
    scene = scene_at(server_asks(), "client.told")
    assert {"frame.client.2", "end.server.rst/late"} <= ids(scene)
    assert texts(scene, "told.client.7/text")[0].startswith("1006, link")


def test_application_data_is_compared_unmasked():
    scene = scene_at(server_asks(), "client.frame.0.arrived")
    assert texts(scene, "same/hex") == ["62", "65", "61", "74", "2d", "31"]
    assert texts(scene, "same/letter") == list("beat-1")
    assert scene.find("same/tick") is not None
    masked = scene.find("pong/byte.2/digits")
    assert masked is not None


def test_text_pings_are_told_to_the_programs():
    scene = draw(client_asks(), len(client_asks()), "", plain_room())
    assert "text: ping 1" in texts(scene)
    assert any("ping" in text for text in texts(scene, "told.server"))
    assert '{"type":"ping","id":2}' in texts(scene, "ping/payload")
    assert scene.find("same") is None


def test_what_comes_late_says_so():
    scene = draw(nobody_asks(), len(nobody_asks()), "", plain_room())
    assert any("sent again" in text for text in texts(scene, "frame.client.0/late"))
    assert texts(scene, "bytes/title") == ["No ping has been sent yet"]


def test_a_ping_that_waits_stands_alone():
    scene = scene_at(server_asks(), "server.frame.0.sent")
    assert texts(scene, "bytes/title") == ["No pong for this ping yet"]
    assert scene.find("pong/byte.0") is None


class WordyWords(PlainWords):
    """A language in which a second is a long word."""

    def translate(self, context, source, disambiguation="", n=-1):
        return super().translate(context, source, disambiguation, n).replace("{last} s", "{last} seconds")


def test_the_time_of_the_loss_goes_without_its_unit_where_that_is_too_long():
    facts = server_asks()
    cursor = facts.place("client.frame.1.arrived") + 1
    drawn = draw(facts, cursor, "lost", plain_room())
    wordy = draw(facts, cursor, "lost", Room(PlainMeasure(narrow=0.5), WordyWords()))
    assert "10–15 s" in texts(drawn, "axis.")
    assert "10–15" in texts(wordy, "axis.")


def test_nothing_at_all():
    scene = draw(Facts(), 0, "", plain_room())
    assert "now" not in ids(scene)
    assert layout_faults(scene) == []


def test_only_a_library_that_answers_is_said_to():
    answered = draw(server_asks(), server_asks().place("client.frame.1.arrived") + 1, "", plain_room())
    assert texts(answered, "told.client.1/note") == ["the library answers"]
    facts = facts_of_actions(lost(30)[:2], BeatSetup(5, 5, 2), answers_pings=False)
    scene = draw(facts, len(facts), "", plain_room())
    assert texts(scene, "told.client.1/note") == []
    assert texts(scene, "told.server.1/note") == ["the library checks"]
