"""What is offered above the stage: the sentence, its two answers, both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication

from app.translate import Translators
from app.widgets.live.offer_strip import MIB, OfferStrip, RoomStrip, Strip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

STRIPS = {OfferStrip: 3, RoomStrip: 5 * 1024 * MIB}


@pytest.mark.parametrize("kind", STRIPS)
def test_nothing_is_offered_before_there_is_something(shown: Callable[..., QWidget], kind: type[Strip]) -> None:
    strip = kind()
    shown(strip, 900)
    strip.offer(0)
    assert not strip.isVisible()
    strip.offer(STRIPS[kind])
    assert strip.isVisible()
    strip.decline.click()
    assert not strip.isVisible()


def test_it_says_how_much(shown: Callable[..., QWidget], translators: Translators) -> None:
    translators.use("en")
    left, room = OfferStrip(), RoomStrip()
    room.folder = "/home/ada/recordings"
    for strip in (left, room):
        shown(strip, 900)
        strip.offer(STRIPS[type(strip)])
    assert left.words.text() == "3 recordings of a run that did not end properly can be opened."
    assert room.words.text() == "Recordings of earlier connections take 5,120 MiB in /home/ada/recordings."
    left.offer(1)
    assert left.words.text().startswith("1 recording of ")


@pytest.mark.parametrize("kind", STRIPS)
def test_every_word_has_both_languages(
    shown: Callable[..., QWidget], translators: Translators, kind: type[Strip]
) -> None:
    translators.use("en")
    strip = kind()
    shown(strip, 900)
    strip.offer(STRIPS[kind])
    english = strip.words.text(), strip.take.text(), strip.decline.text()
    translators.use("zh_CN")
    QCoreApplication.sendPostedEvents()
    chinese = strip.words.text(), strip.take.text(), strip.decline.text()
    assert all(one and one != other for one, other in zip(english, chinese, strict=True))
    assert all(any("\u4e00" <= letter <= "\u9fff" for letter in one) for one in chinese)
    assert [strip.take.accessibleName(), strip.decline.accessibleName()] == list(chinese[1:])
