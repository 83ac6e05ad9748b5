"""The sentences of the narration as they stand in its files, one table a language; `moments` holds those of single
plays."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from lessons.model import LANGUAGES

HERE = Path(__file__).parent


@cache
def table(lang: str) -> dict[str, dict[str, str]]:
    """All sentences of a language by section and name; English for a language that there is not."""
    known = lang if lang in LANGUAGES else LANGUAGES[0]
    found = tomllib.loads((HERE / f"{known}.toml").read_text(encoding="utf-8"))
    for path in sorted((HERE / "moments").glob(f"*.{known}.toml")):
        for section, sentences in tomllib.loads(path.read_text(encoding="utf-8")).items():
            known_before = found.setdefault(section, {})
            for name in sentences.keys() & known_before.keys():
                raise ValueError(f"{path.name}: another play has a moment “{name}”")
            known_before.update(sentences)
    return found


def text(section: str, name: str, lang: str) -> str:
    """One sentence; KeyError if it is not written."""
    return table(lang)[section][name]
