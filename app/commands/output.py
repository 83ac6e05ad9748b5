"""How every verb speaks: results on stdout, one sentence on stderr, exit codes that scripts can trust."""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, NoReturn

from app.reasons import reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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


def print_json(document: dict[str, Any], indent: int | None = 2) -> None:
    """Print one JSON document, in ASCII so that any pipe and any console can carry it."""
    _print(json.dumps(document, indent=indent))


def print_text(text: str) -> None:
    """Print text for people; what the console's encoding lacks is written as an escape."""
    encoding = sys.stdout.encoding or "utf-8"
    _print(text.encode(encoding, "backslashreplace").decode(encoding))


def write_bytes(data: bytes) -> None:
    """Write bytes as they are, without a line end."""
    _out(lambda: sys.stdout.buffer.write(data))


@contextmanager
def writing() -> Iterator[None]:
    """Around many writes to stdout: what goes wrong with them is noticed in the same way."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _end(error)


def _print(text: str) -> None:
    _out(lambda: print(text))


def _out(write: Callable[[], object]) -> None:
    """Out with it at once, so that a full disk is noticed here: one sentence, and the end."""
    with writing():
        write()


def _end(error: OSError) -> NoReturn:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(complain(f"The output cannot be written: {reason(error)}.")) from error


def visible(text: str) -> str:
    """The text with control characters as escapes: input must not steer the reader's terminal."""
    return text if text.isprintable() else text.translate(_ESCAPES)


class _Escapes(dict[int, str]):
    """What is written for a character, by its number: itself, or its escape. Each is asked for once."""

    def __missing__(self, number: int) -> str:
        character = chr(number)
        shown = character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
        self[number] = shown
        return shown


_ESCAPES: Final = _Escapes()
