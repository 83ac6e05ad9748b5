"""How every verb speaks: results on stdout, one sentence on stderr, exit codes that scripts can trust."""

from __future__ import annotations

import json
import sys
from typing import Any, Final

FINE: Final = 0
BROKEN: Final = 1
"""The input was read, and it breaks the protocol."""
UNUSABLE: Final = 2
"""Bad usage, or input that cannot be read."""


class InputError(Exception):
    """Input that cannot be read; its text is one whole sentence for the user."""


def complain(sentence: str) -> int:
    """Say on stderr why nothing was done; the exit code for it."""
    print(visible(sentence), file=sys.stderr)
    return UNUSABLE


def print_json(document: dict[str, Any]) -> None:
    """Print one JSON document, in ASCII so that any pipe and any console can carry it."""
    print(json.dumps(document, indent=2))


def print_text(text: str) -> None:
    """Print text for people; what the console's encoding lacks is written as an escape."""
    encoding = sys.stdout.encoding or "utf-8"
    print(text.encode(encoding, "backslashreplace").decode(encoding))


def visible(text: str) -> str:
    """The text with control characters as escapes: input must not steer the reader's terminal."""
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode("ascii") for each in text)
