"""Every moment of the plays `transports` and `cache` has a sentence and a heading in both languages."""

from __future__ import annotations

import pytest

from lessons.model import LANGUAGES
from lessons.narration import heading, narrate
from tests.lessons_support import facts_of

RUNS = [
    *(("why-websocket", fault) for fault in ("steady", "quiet", "both-ways")),
    *(("masking", fault) for fault in ("no-mask", "zero-key", "one-key", "fresh-keys", "tunnel")),
]


@pytest.mark.parametrize(("slug", "fault"), RUNS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_moment_is_told(slug, fault, lang):
    for fact in facts_of(slug, fault).moments:
        assert "{" not in narrate(fact, lang)
        assert heading(fact, lang)
