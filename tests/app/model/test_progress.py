"""Progress: which phases are done, and what the navigation shows of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.model.progress import Progress

PHASES = (("tcp", ("a", "b")), ("request", ("c",)), ("empty", ()))


def test_a_phase_is_done_when_all_its_steps_were_seen() -> None:
    progress = Progress()
    assert progress.visit("hs", "a")
    assert progress.done("hs", PHASES) == (0, 3)
    progress.visit("hs", "b")
    assert progress.done("hs", PHASES) == (1, 3)
    assert progress.done("other", PHASES) == (0, 3)


def test_a_step_is_new_once() -> None:
    progress = Progress()
    assert progress.visit("hs", "a")
    assert not progress.visit("hs", "a")


def test_the_current_phase_wins_over_done() -> None:
    progress = Progress({"hs": {"a", "b", "c"}})
    states = progress.states("hs", PHASES, "request")
    assert states == {"tcp": "done", "request": "current", "empty": "future"}


@given(st.dictionaries(st.text(min_size=1), st.sets(st.text(), min_size=1)))
def test_what_is_stored_is_restored(seen: dict[str, set[str]]) -> None:
    assert Progress.restored(Progress(seen).stored()).seen == seen
