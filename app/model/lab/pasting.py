r"""Bytes from anywhere: whatever people copy out of a terminal, a debugger, Wireshark or source code.

    81 85 37 fa      8185:37fa        0x81, 0x85       \x81\x85       b'\x81\x05Hi'
    { 0x81, 133 }    [129, 133, 55]   gYU3+iE9f58=     data:...;base64,...
    00000000: 8185 37fa 213d  ..7.!=                   xxd
    00000000  81 85 37 fa 21 3d  |..7.!=|              hexdump -C
    0000   81 85 37 fa                                 Wireshark, tcpdump (0x0000:  8185 37fa)

Each form is tried in this order; the first that reads everything wins. What none of them reads is refused with one
sentence: a digit that is lost would shift every bit after it.
"""

from __future__ import annotations

import ast
import base64
import binascii
import re
from typing import Final

from app.model.lab.limits import MOST_BYTES, TOO_LARGE, LabError, checked
from app.reasons import QT_TRANSLATE_NOOP

MOST_TEXT: Final = 400_000
"""How many characters are looked at: a dump of 64 KiB has some 300 thousand."""

EMPTY = QT_TRANSLATE_NOOP("lab", "There is nothing to paste.")
TOO_MUCH_TEXT = QT_TRANSLATE_NOOP("lab", "The text has {size} characters; the bench takes 64 KiB of bytes.")
HALF = QT_TRANSLATE_NOOP("lab", "Half a byte is left over: {count} hex digits make no whole number of bytes.")
OVER = QT_TRANSLATE_NOOP("lab", "{number} is no byte: a byte is 0 to 255.")
UNREADABLE = QT_TRANSLATE_NOOP(
    "lab", "“{sign}” at character {place} is neither hex nor base64, and the text is no array and no dump of bytes."
)

_HEX: Final = "[0-9a-fA-F]"
_DUMP_LINE: Final = re.compile(
    rf"[ \t]*(?:0[xX])?(?P<offset>{_HEX}{{4,8}})(?P<sign>:)?[ \t]{{1,4}}(?P<rest>{_HEX}{{2}}.*)"
)
_LAST_OFFSET: Final = re.compile(rf"[ \t]*{_HEX}{{4,8}}:?[ \t]*")
_ROW: Final = 120
"""No row of a dump is longer, in characters."""
_PAIRS: Final = re.compile(rf"{_HEX}{{2}}(?:[ \t-]{{1,2}}{_HEX}{{2}}(?!{_HEX}))*")
_WORDS: Final = re.compile(rf"(?:{_HEX}{{2}})+(?: (?:{_HEX}{{2}})+)*")
_NUMBER: Final = re.compile(r"\s*(0[xX][0-9a-fA-F]{1,40}|0[bB][01]{1,99}|[0-9]{1,40})[uUlL]{0,3}\s*")
_LIST: Final = re.compile(r"[0-9]{1,3}(?:\s*,\s*[0-9]{1,3})+,?")
_LITERAL: Final = re.compile(r"[bB]?(?P<quote>[\"'`])(?P<body>.*)(?P=quote)[;,]?", re.DOTALL)
_BETWEEN: Final = str.maketrans("", "", " \t\r\n\v\f\u00a0,;:_-|.%")
_STRANGE: Final = re.compile(r"[^0-9a-fA-FxX\\\s\u00a0,;:_\-|.%]")
_BASE64: Final = re.compile(r"(?:data:[^,]{0,200};base64,)?([A-Za-z0-9+/_\-\r\n]+={0,2})")


def read_pasted(text: str) -> bytes:
    """The bytes that the text means; LabError with one sentence if it means none, or too many."""
    if len(text) > MOST_TEXT:
        raise LabError(TOO_MUCH_TEXT, size=f"{len(text):,}")
    text = text.replace("\0", "").strip("\ufeff \t\r\n")
    if not text:
        raise LabError(EMPTY)
    for reader in (_dump, _array, _literal):
        found = reader(text)
        if found is not None:
            return checked(found)
    return checked(_hex_or_base64(text))


def _dump(text: str) -> bytes | None:
    """xxd, hexdump -C, od, tcpdump -X, Wireshark: an offset, the bytes, perhaps the characters at the right."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        return None
    first = _DUMP_LINE.fullmatch(lines[0][:_ROW])
    if first is None or int(first["offset"], 16):
        return None
    if len(lines) == 1 and not (first["sign"] or "|" in lines[0] or first.start("rest") > first.end("offset") + 1):
        return None
    found = bytearray()
    for line in lines:
        row = _DUMP_LINE.fullmatch(line[:_ROW])
        if row is None and _LAST_OFFSET.fullmatch(line):
            continue
        if row is None or len(line) > _ROW or int(row["offset"], 16) != len(found):
            return None
        found += _row_bytes(row["rest"])
        if len(found) > MOST_BYTES:
            break
    return bytes(found)


def _row_bytes(rest: str) -> bytes:
    """The bytes of one row, 16 at most: the hex digits before the gap, or the bar, in front of the characters. Bytes by
    themselves may have a wider gap in the middle of the row; words of several bytes have none."""
    match = _PAIRS.match(rest) if rest[2:3] in {"", " ", "\t", "-", "|"} else _WORDS.match(rest)
    digits = re.sub(f"[^{_HEX[1:]}", "", match[0]) if match else ""
    return bytes.fromhex(digits)[:16]


def _array(text: str) -> bytes | None:
    """An array of C, Java, Python, JavaScript; or numbers with commas between them, some of which are no hex byte."""
    start = max(text.rfind(sign) for sign in "[{(")
    if 0 <= start <= 200:
        body = text[start + 1 :].rstrip("]}); \t\r\n,")
    elif _LIST.fullmatch(text[:2000].rpartition(",")[0] if len(text) > 2000 else text) and _looks_decimal(text):
        body = text.rstrip(",")
    else:
        return None
    if body.count(",") >= MOST_BYTES:
        raise LabError(TOO_LARGE, size=f"{body.count(',') + 1:,}")
    numbers = bytearray()
    for part in body.split(","):
        match = _NUMBER.fullmatch(part)
        if match is None:
            return None
        number = int(match[1], 0 if match[1][:2].lower() in {"0x", "0b"} else 10)
        if number > 0xFF:
            raise LabError(OVER, number=match[1])
        numbers.append(number)
    return bytes(numbers)


def _looks_decimal(body: str) -> bool:
    """Without brackets, `10, 20` may be hex; a number of three digits, or of one, cannot."""
    return any(len(number.strip()) != 2 for number in body.rstrip(",").split(","))


def _literal(text: str) -> bytes | None:
    r"""A string of a programming language with escapes: "\x81\x05Hi", b'...'."""
    match = _LITERAL.fullmatch(text)
    if match is None or "\\" not in match["body"]:
        return None
    body = match["body"].replace("\n", "").replace('"', '\\"').replace('\\\\"', '\\"')
    try:
        value = ast.literal_eval(f'b"{body}"')
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return None
    return value if isinstance(value, bytes) else None


def _hex_or_base64(text: str) -> bytes:
    bare = text.removeprefix("<Buffer ").strip("'\"`<>")
    digits = bare.replace("0x", "").replace("0X", "").replace("\\x", "").translate(_BETWEEN)
    if digits and re.fullmatch(f"{_HEX}+", digits):
        if len(digits) % 2:
            raise LabError(HALF, count=str(len(digits)))
        return bytes.fromhex(digits)
    match = _BASE64.fullmatch(bare)
    decoded = _from_base64(match[1]) if match is not None else None
    if decoded is not None:
        return decoded
    strange = _STRANGE.search(text)
    place = strange.start() if strange else 0
    sign = text[place]
    raise LabError(UNREADABLE, sign=sign if sign.isprintable() else f"U+{ord(sign):04X}", place=str(place + 1))


def _from_base64(text: str) -> bytes | None:
    """Base64 with its padding, or of some length without it; a short word may be anything."""
    plain = "".join(text.split()).replace("-", "+").replace("_", "/")
    bare = plain.rstrip("=")
    if not bare or (len(plain) % 4 and (len(bare) < 8 or bare != plain)):
        return None
    try:
        return base64.b64decode(bare + "=" * (-len(bare) % 4), validate=True)
    except binascii.Error:
        return None
