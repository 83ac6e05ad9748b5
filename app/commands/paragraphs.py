"""Prose of lessons in a terminal: how wide it is there, and its text without markup."""

from __future__ import annotations

import re
from typing import Final

NARROWEST: Final = 40
WIDEST: Final = 100
MARKUP: Final = re.compile(r"\*\*|`")


def plain(text: str) -> str:
    """The text of a lesson without the marks for bold and code."""
    return MARKUP.sub("", text)
