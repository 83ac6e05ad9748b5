"""The conditions of a filter, read from left to right: a name, a comparison and a value."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from protocol.filter_terms import (
    Any,
    Column,
    Condition,
    FirstByte,
    Judged,
    Masked,
    Not,
    UpperByte,
    breaks,
    first_bytes,
    holds_bytes,
    holds_text,
    says_code,
    within,
)
from protocol.filter_times import FilterProblem, times
from protocol.findings import UNJUDGED, VIOLATION, WARNING
from protocol.rows import FRAME, GAP, HEAD, KIND_SHIFT
from protocol.rules import RULES
from protocol.vocabulary import DEFINED, Opcode, Role, is_control

__all__ = ["FilterProblem", "Scanner", "condition"]

_SPACE: Final = re.compile(r"\s*")
_WORD: Final = re.compile(r"[A-Za-z]+(?![A-Za-z0-9_.:=<>!])")
_NAME: Final = re.compile(r"([A-Za-z]+)\s*(:|=|!=|>=|<=|>|<)")
_VALUE: Final = re.compile(r'"((?:[^"\\]|\\.)*)"|([^\s()"]+)')
_NUMBERS: Final = re.compile(r"([0-9]{1,19})(?:-([0-9]{1,19}))?")

UPPER: Final = KIND_SHIFT - 8
"""Where the kind of row stands in the upper byte of `what`; below it is the sender."""

OPCODES: Final = {opcode.name.lower(): int(opcode) for opcode in Opcode} | {"cont": int(Opcode.CONTINUATION)}


class Scanner:
    """The line, and how far it was read. `before` is where the last thing that was taken began."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.at = 0
        self.before = 0
        self._skip()

    @property
    def at_end(self) -> bool:
        """Whether nothing is left."""
        return self.at >= len(self._text)

    def sees(self, sign: str) -> bool:
        """Whether the sign stands here."""
        return self._text.startswith(sign, self.at)

    def sees_word(self, word: str) -> bool:
        """Whether the word stands here, and no condition that begins like it."""
        found = _WORD.match(self._text, self.at)
        return found is not None and found[0].lower() == word

    def takes(self, sign: str) -> bool:
        """Read the sign, if it stands here."""
        if self.sees(sign):
            self._to(self.at + len(sign))
            return True
        return False

    def takes_word(self, word: str) -> bool:
        """Read the word, if it stands here."""
        if self.sees_word(word):
            self._to(self.at + len(word))
            return True
        return False

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Read what the pattern finds here."""
        found = pattern.match(self._text, self.at)
        if found is not None:
            self._to(found.end())
        return found

    def rest(self) -> str:
        """The next word as it stands, for an error."""
        return (self._text[self.at :].split() or [""])[0][:20]

    def _to(self, place: int) -> None:
        self.before = self.at
        self.at = place
        self._skip()

    def _skip(self) -> None:
        found = _SPACE.match(self._text, self.at)
        self.at = found.end() if found is not None else self.at


def condition(scanner: Scanner) -> Condition:
    """The condition that stands here."""
    if scanner.sees('"'):
        text, _ = _value(scanner)
        return holds_text(text)
    start = scanner.at
    named = scanner.match(_NAME)
    if named is None:
        return _bare(scanner)
    name, sign = named[1].lower(), named[2]
    reader = CONDITIONS.get(name)
    if reader is None:
        problem = "No condition has the name “{name}”. There are: {names}."
        raise FilterProblem(start, len(named[1]), problem, name=named[1], names=", ".join(CONDITIONS))
    value_at = scanner.at
    value, is_quoted = _value(scanner)
    return reader(Given(name, ":" if sign == "=" else sign, value, value_at + is_quoted))


def _bare(scanner: Scanner) -> Condition:
    """A word alone: an opcode, or something that a row can be."""
    word = scanner.rest()
    if word.lower() in OPCODES or word.lower() in KINDS:
        value_at = scanner.at
        value, _ = _value(scanner)
        reader = _op if word.lower() in OPCODES else _is
        return reader(Given("is", ":", value, value_at))
    problem = '“{word}” is no condition. To look for a text, put it in quotes: "{word}".'
    raise FilterProblem(scanner.at, max(1, len(word)), problem, word=word)


def _value(scanner: Scanner) -> tuple[str, bool]:
    """The value, and whether it stood in quotes."""
    start, opens = scanner.at, scanner.sees('"')
    found = scanner.match(_VALUE)
    if found is None:
        if opens:
            raise FilterProblem(start, 1, "The quotes are never closed.")
        raise FilterProblem(start, 1, "A value is missing here.")
    return (re.sub(r"\\(.)", r"\1", found[1]), True) if found[1] is not None else (found[2], False)


class Given:
    """A condition as it was typed: its name, its sign (`:` for equality), its value and where that stands."""

    def __init__(self, name: str, sign: str, value: str, at: int) -> None:
        self.name = name
        self.sign = sign
        self.value = value
        self.at = at

    def problem(self, source: str, **values: str) -> FilterProblem:
        """Why the value cannot be read."""
        return FilterProblem(self.at, max(1, len(self.value)), source, **values)

    def items(self) -> list[str]:
        """The values that are asked for, one of them; only equality can be asked of several."""
        self.only_equal()
        return re.split(r"[,|]", self.value.lower())

    def only_equal(self) -> None:
        """Greater and smaller have a meaning for numbers and times only."""
        if self.sign not in {":", "!="}:
            raise self.problem("“{name}” is compared by a colon.", name=self.name)

    def signed(self, found: Condition) -> Condition:
        """The condition, or the opposite after `!=`."""
        return Not(found) if self.sign == "!=" else found


def _ranges(given: Given, values: list[str]) -> tuple[range, ...]:
    found = []
    for value in values:
        numbers = _NUMBERS.fullmatch(value)
        if numbers is None:
            problem = "“{value}” is no number, and no range such as 10-20."
            raise given.problem(problem, value=value)
        first = int(numbers[1])
        found.append(range(first, int(numbers[2] or first) + 1))
    return tuple(found)


def _numbers(given: Given) -> Callable[[int], bool]:
    """Whether a number is what was asked for."""
    if given.sign in {":", "!="}:
        return within(_ranges(given, given.items()))
    (one,) = _ranges(given, [given.value])
    if len(one) != 1:
        raise given.problem("After “{sign}” stands one number.", sign=given.sign)
    wanted = one.start
    return {
        ">": wanted.__lt__,
        ">=": wanted.__le__,
        "<": wanted.__gt__,
        "<=": wanted.__ge__,
    }[given.sign]


def _column(column: str) -> Callable[[Given], Condition]:
    return lambda given: given.signed(Column(column, _numbers(given)))


def _from(given: Given) -> Condition:
    wanted = set()
    for item in given.items():
        role = next((role for role in Role if role.value == item), None)
        if role is None:
            raise given.problem("“{value}” is neither client nor server.", value=item)
        wanted.add(role if given.name == "from" else role.peer)
    table = first_bytes(lambda high: (Role.SERVER if high & 1 else Role.CLIENT) in wanted)
    return given.signed(UpperByte(table))


def _op(given: Given) -> Condition:
    wanted: set[int] = set()
    for item in given.items():
        if item in OPCODES:
            wanted.add(OPCODES[item])
        elif item == "reserved":
            wanted |= set(range(16)) - DEFINED
        elif re.fullmatch("(0x)?[0-9a-f]", item):
            wanted.add(int(item, 16))
        else:
            problem = "“{value}” is no opcode: text, binary, continuation, close, ping, pong, reserved or 0 to f."
            raise given.problem(problem, value=item)
    return given.signed(FirstByte(first_bytes(lambda first: first & 0b1111 in wanted)))


def _bits(shift: int, most: int) -> Callable[[Given], Condition]:
    def read(given: Given) -> Condition:
        if re.fullmatch(f"[0-{most}]", given.value) is None:
            raise given.problem("“{name}” is a number from 0 to {most}.", name=given.name, most=str(most))
        wanted = _numbers(given)
        return given.signed(FirstByte(first_bytes(lambda first: wanted(first >> shift & most))))

    return read


def _kind(kind: int) -> UpperByte:
    return UpperByte(first_bytes(lambda high: high >> UPPER == kind))


KINDS: Final[dict[str, Condition]] = {
    "violation": Judged(first_bytes(lambda verdict: verdict == VIOLATION)),
    "warning": Judged(first_bytes(lambda verdict: verdict == WARNING)),
    "unjudged": Judged(first_bytes(lambda verdict: verdict == UNJUDGED)),
    "gap": _kind(GAP),
    "head": _kind(HEAD),
    "frame": _kind(FRAME),
    "masked": Masked(),
    "fragment": FirstByte(
        first_bytes(lambda first: not is_control(first) and (first < 0x80 or first & 0b1111 == Opcode.CONTINUATION))
    ),
    "control": FirstByte(first_bytes(lambda first: is_control(first & 0b1111))),
    "data": FirstByte(first_bytes(lambda first: not is_control(first & 0b1111))),
}
"""What a row can be."""


def _is(given: Given) -> Condition:
    found: list[Condition] = []
    for item in given.items():
        if item.removesuffix("s") not in KINDS and item not in KINDS:
            problem = "“{value}” is nothing that a row can be. There are: {names}."
            raise given.problem(problem, value=item, names=", ".join(KINDS))
        found.append(KINDS[item if item in KINDS else item.removesuffix("s")])
    return given.signed(found[0] if len(found) == 1 else Any(tuple(found)))


def _code(given: Given) -> Condition:
    if given.value == "none":
        given.only_equal()
        return says_code(None) if given.sign == ":" else given.signed(says_code(None))
    found = says_code(_numbers(given))
    return given.signed(found)


def _text(given: Given) -> Condition:
    given.only_equal()
    return given.signed(holds_text(given.value))


def _hex(given: Given) -> Condition:
    given.only_equal()
    try:
        return given.signed(holds_bytes(bytes.fromhex(given.value)))
    except ValueError:
        raise given.problem("Bytes are written as pairs of hex digits, such as 89504e47.") from None


def _rule(given: Given) -> Condition:
    given.only_equal()
    value = given.value.lower()
    known = {rule.id for rule in RULES.values()} | {rule.id.split(".")[0] for rule in RULES.values()}
    if value not in known | {rule.section for rule in RULES.values()} and not value.startswith("§"):
        raise given.problem("No rule is called “{value}”, and none stands in such a section.", value=value)
    return given.signed(breaks(value))


def _time(given: Given) -> Condition:
    return given.signed(times(given.value, given.sign, given.at))


CONDITIONS: Final[dict[str, Callable[[Given], Condition]]] = {
    "no": _column("no"),
    "conn": _column("talk_of"),
    "peer": _column("talk_of"),
    "from": _from,
    "to": _from,
    "op": _op,
    "fin": _bits(7, 1),
    "rsv": _bits(4, 7),
    "len": _column("length"),
    "wire": _column("wire"),
    "time": _time,
    "is": _is,
    "code": _code,
    "text": _text,
    "hex": _hex,
    "rule": _rule,
}
"""Every condition by its name."""
