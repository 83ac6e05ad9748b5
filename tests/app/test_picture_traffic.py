"""Connections for pictures: what was said is real, when and from where is made up."""

from __future__ import annotations

from app.files.opening import open_file
from app.live_feed import Feed
from app.picture_traffic import APART, DAY, CapturedFile, conversations, heard
from lessons.contents import Contents
from protocol.ledger import Ledger

TALKS = (("errors", ""), ("errors", "rsv1"))


def test_they_are_the_same_every_time_and_one_after_the_other() -> None:
    one, two = (list(conversations(Contents(), TALKS)) for _ in range(2))
    assert [list(recording) for recording in one] == [list(recording) for recording in two]
    assert [recording.setup for recording in one] == [recording.setup for recording in two]
    assert [recording.setup.began - DAY.timestamp() for recording in one] == [0, APART]
    assert len({recording.setup.client for recording in one}) == 2


def test_live_hears_them_with_what_is_wrong() -> None:
    feed = Feed(heard(conversations(Contents(), TALKS)))
    while feed.work():
        pass
    assert len(feed.ledger.talks) == 2
    assert feed.ledger.counts.violations == 1


def test_a_file_holds_them_until_it_is_left() -> None:
    ledger = Ledger()
    with CapturedFile(conversations(Contents(), TALKS), "lecture.pcapng") as path:
        assert path.name == "lecture.pcapng"
        for _ in open_file(path, ledger, remark=lambda _remark: None):
            pass
    assert not path.exists()
    assert len(ledger.talks) == 2
    assert ledger.counts.violations == 1
