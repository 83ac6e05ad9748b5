"""JSON objects as text messages carry them (RFC 8259), read so strictly that two readers cannot differ.

RFC 8259 leaves open what a name means that stands twice (section 4), how large a number may be (section 6) and what an
escape of half a surrogate pair stands for (section 8.2). A name that stands twice, half a pair, and numbers that become
infinite are refused here, as are `NaN` and `Infinity`, which Python would take although JSON has no such numbers: what
two programs read differently can be used to play them off against each other.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST: Final = 2**53 - 1
"""The largest whole number that every JSON reader keeps exactly (RFC 8259 section 6)."""


class JsonError(ValueError):
    """Text that is not the JSON object that was asked for; the message says why in one sentence."""


def write_object(value: Mapping[str, object]) -> str:
    """The object as text without spaces. ValueError for what cannot be UTF-8 or is no JSON."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    _check_unicode(text, "The value")
    return text


def read_object(text: str) -> dict[str, object]:
    """The one JSON object that `text` is."""
    _check_unicode(text, "The text")
    try:
        value = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant, parse_float=_finite)
    except json.JSONDecodeError as error:
        raise JsonError(f"The text is not JSON: {error.msg} at character {error.pos + 1}.") from None
    except RecursionError:
        raise JsonError("The text is JSON nested too deeply to be read.") from None
    except JsonError:
        raise
    except ValueError:
        # Python refuses whole numbers of thousands of digits, because reading them takes quadratic time.
        raise JsonError("The text holds a number too long to be read.") from None
    if not isinstance(value, dict):
        raise JsonError("The text is JSON but not an object in braces.")
    if "\\u" in text:
        _check_unicode(json.dumps(value, ensure_ascii=False), "A string of the object")
    return value


def whole_number(value: object) -> int | None:
    """`value` if it is a whole number from 0 to `LARGEST`, else None. True is no number, though Python thinks so."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST:
        return value
    return None


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise JsonError(f"The name {twice[:40]!r} stands twice in one object.")
    return found


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise JsonError(f"The number {text[:40]} is too large to be read.")
    return number


def _no_constant(name: str) -> float:
    raise JsonError(f"{name} is not a JSON number.")


def _check_unicode(text: str, what: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise JsonError(f"{what} holds half a surrogate pair, U+{ord(error.object[error.start]):04X}.") from None
