"""How far a file is, in words."""

from __future__ import annotations

import pytest

from app.model.traffic.opening import Opening, heading, progress_words


@pytest.mark.parametrize(
    ("opening", "word", "text"),
    [
        (Opening(), "No file is open", ""),
        (Opening("opening", 486_000_000, 0.79, 34), "Opening", "384 of 486 MB, 79 %, about 9 s left"),
        (Opening("opening", 486_000_000, 0.01, 34), "Opening", "5 of 486 MB, 1 %"),
        (Opening("opening", 486_000_000, 0.1, 20), "Opening", "49 of 486 MB, 10 %, about 3 min left"),
        (Opening("opening", 20_000, 0.5, 0.1), "Opening", "10 of 20 kB, 50 %"),
        (Opening("stopped", 486_000_000, 0.5, 20), "Stopped", "243 of 486 MB read, 50 %"),
        (Opening("open", 20_400, 1.0, 1), "Open", "all 20 kB read"),
        (Opening("open", 20_400, 1.0, 1, whole=False), "Open", "20 kB, read as far as possible"),
        (Opening("open", 486_000_000, 1.0, 40, whole=False), "Open", "486 MB, read as far as possible"),
    ],
)
def test_words(opening: Opening, word: str, text: str) -> None:
    assert (heading(opening), progress_words(opening)) == (word, text)
    assert opening.busy == (opening.phase == "opening")
