"""What the export dialog remembers: nothing that was stored can be wrong afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.publishing.choices import ALLOWED, DPI, Choices
from app.publishing.formats import SUFFIXES
from app.publishing.remembered import BOARDS, PER_PAGE, Remembered, Wanted

CHOICES = st.builds(
    Choices,
    **{name: st.sampled_from(values) for name, values in ALLOWED.items()},
    number=st.integers(0, 9999),
    dpi=st.integers(*DPI),
)
WANTED = st.builds(
    Wanted,
    CHOICES,
    suffix=st.sampled_from(SUFFIXES),
    board=st.sampled_from(BOARDS),
    per_page=st.sampled_from(PER_PAGE),
)


@given(WANTED, st.sampled_from(["en", "zh_CN"]), st.booleans())
def test_what_was_wanted_is_wanted_again(wanted: Wanted, lang: str, captioned: bool) -> None:
    kept = Remembered().after(wanted, lang, captioned=captioned).to_dict()
    assert Remembered.from_dict(kept).wanted_for(lang, captioned=captioned) == wanted


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_at_first_a_figure_speaks_as_the_window_does(lang: str) -> None:
    assert Remembered().wanted_for(lang, captioned=True).choices == Choices(lang=lang, captions=lang)  # type: ignore[arg-type]
    assert Remembered().wanted_for(lang, captioned=False).choices == Choices(lang=lang, captions="none")


def test_it_follows_the_window_until_another_language_was_chosen() -> None:
    plain = Remembered().after(Wanted(Choices(theme="grey")), "en", captioned=False)
    assert plain.wanted_for("zh_CN", captioned=False).choices == Choices(lang="zh_CN", theme="grey")
    own = Remembered().after(Wanted(Choices(lang="zh_CN")), "en", captioned=False)
    assert own.wanted_for("en", captioned=False).choices.lang == "zh_CN"
    assert own.after(Wanted(), "en", captioned=False).own_lang is False


def test_a_caption_that_was_taken_away_stays_away() -> None:
    own = Remembered().after(Wanted(Choices(captions="none")), "en", captioned=True)
    assert own.wanted_for("en", captioned=True).choices.captions == "none"


def test_a_caption_goes_with_the_language_of_its_figure() -> None:
    before = Wanted(Choices(lang="en", captions="en"))
    assert replace(before, choices=Choices(lang="zh_CN", captions="en")).after(before).choices.captions == "zh_CN"
    both = Wanted(Choices(captions="both"))
    assert replace(both, choices=Choices(lang="zh_CN", captions="both")).after(both).choices.captions == "both"


def test_all_steps_are_never_what_is_asked_for_at_first() -> None:
    assert Remembered(Wanted(whole=True)).wanted_for("en", captioned=False).whole is False


VALUES = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.floats() | st.lists(st.integers())


@given(st.dictionaries(st.sampled_from([*Remembered().to_dict(), "x"]), VALUES))
def test_anything_stored_gives_wishes_that_can_be(stored: dict[str, object]) -> None:
    wanted = Remembered.from_dict(stored).wanted_for("en", captioned=True)
    for name, allowed in ALLOWED.items():
        assert getattr(wanted.choices, name) in allowed
    assert wanted.suffix in SUFFIXES
    assert wanted.board in BOARDS
    assert wanted.per_page in PER_PAGE
    assert DPI[0] <= wanted.choices.dpi <= DPI[1]
