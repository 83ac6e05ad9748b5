"""The pictures of the READMEs: every one is in the list and every one of the list is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.screenshots import SHOTS, Shot
from lessons.contents import Contents
from protocol.frames import FrameReader

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "resources" / "screenshots"
SHOWN = re.compile(r"!\[[^\]]+\]\(resources/screenshots/([^)]+)\)")

MOST = 2_000_000
"""Bytes of all pictures together."""


@pytest.mark.parametrize(("readme", "lang"), [("README.md", "en"), ("README.zh-CN.md", "zh_CN")])
def test_a_readme_shows_the_pictures_of_its_language(readme: str, lang: str) -> None:
    shown = SHOWN.findall((ROOT / readme).read_text("utf-8"))
    assert sorted(shown) == sorted(shot.file_name(lang) for shot in SHOTS)


def test_the_folder_holds_these_pictures_and_no_others() -> None:
    wanted = {shot.file_name(lang) for shot in SHOTS for lang in ("en", "zh_CN")}
    there = {path.name: path.read_bytes() for path in PICTURES.iterdir()}
    assert set(there) == wanted
    assert all(data.startswith(b"\x89PNG") for data in there.values())
    assert sum(map(len, there.values())) < MOST


def test_names_are_unique() -> None:
    assert len({shot.name for shot in SHOTS}) == len(SHOTS)


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_what_a_picture_is_of_exists(shot: Shot) -> None:
    course = Contents()
    if shot.lesson:
        lesson = course.lesson(shot.lesson)
        assert lesson is not None
        assert shot.step in {step.id for step in lesson.written}
        assert set(shot.faults) <= {fault.id for fault in lesson.faults}
    if shot.frame:
        (frame,) = FrameReader().feed(shot.frame)
        assert frame.size == len(shot.frame)
    for slug, fault in shot.talks:
        lesson = course.lesson(slug)
        assert lesson is not None
        assert not fault or fault in {one.id for one in lesson.faults}
