"""A scripted program behind the server: a small table of rules, each saying when it acts and what it does.

    when         what it looks at                      do       what it sends
    opened       nothing                               text     `value` as a text message
    text is      the whole text                        binary   `value`, in hex, as a binary message
    text has     a part of the text                    ping     a ping that carries the text `value`
    binary is    the whole message, in hex             pong     a pong
    message      nothing: any message                  close    a Close with `code` and the reason `value`
    ping         nothing                               raw      `value`, in hex, as it is: right or wrong
    otherwise    nothing: a message that no rule       echo     the message itself
                 above was about                       fin      no Close frame: TCP ends
                                                       reset    TCP is reset

Every rule that is about what happened acts, from the top of the table to its end, `after` seconds later if it says so.
A script is a file in TOML, with the columns as keys:

    [[rule]]
    when = "text is"
    what = "hello"
    do = "text"
    value = "Hi!"
"""

from __future__ import annotations

import asyncio
import tomllib
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.network.programs import pass_on
from app.reasons import QT_TRANSLATE_NOOP, SaidError, reason
from protocol.connection import StateError
from protocol.events import Event, MessageReceived, Opened, PingReceived

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.network.link import Link
    from app.network.programs import Program
    from protocol.connection import Connection

WHEN: Final = ("opened", "text is", "text has", "binary is", "message", "ping", "otherwise")
DO: Final = ("text", "binary", "ping", "pong", "close", "raw", "echo", "fin", "reset")
CONTROL_LIMIT: Final = 125
LATEST: Final = 3600.0
"""The most seconds that a rule may wait."""
MOST: Final = 1000
"""How many rules a script may have, and how many of its deeds may wait for their moment on one connection."""
LARGEST: Final = 1024 * 1024
"""How many bytes a script may have."""


class ScriptError(SaidError):
    """This is no script; the text is one whole sentence."""

    context = "script"


NO_TOML: Final = QT_TRANSLATE_NOOP("script", "{path} is no TOML file: {why}.")
UNREADABLE: Final = QT_TRANSLATE_NOOP("script", "{path} cannot be read: {reason}.")
TOO_LARGE: Final = QT_TRANSLATE_NOOP("script", "{path} is larger than 1 MiB: that is no script.")
NO_TABLE: Final = QT_TRANSLATE_NOOP("script", "A script is a list of [[rule]] tables, and nothing else.")
TOO_MANY: Final = QT_TRANSLATE_NOOP("script", "A script has at most 1000 rules.")
NO_COLUMN: Final = QT_TRANSLATE_NOOP(
    "script", "Rule {number}: there is no “{name}”; a rule has when, what, do, value, code, after."
)
WRONG_TYPE: Final = QT_TRANSLATE_NOOP("script", "Rule {number}: “{name}” is of the wrong type.")
NO_WHEN: Final = QT_TRANSLATE_NOOP("script", "Rule {number}: “{name}” is no “when”; there are {all}.")
NO_DO: Final = QT_TRANSLATE_NOOP("script", "Rule {number}: “{name}” is no “do”; there are {all}.")
NO_HEX: Final = QT_TRANSLATE_NOOP("script", "Rule {number}: “{text}” is not hex: two digits for each byte.")
NO_CODE: Final = QT_TRANSLATE_NOOP("script", "Rule {number}: {code} is no close code: it is a number up to 65535.")
TOO_LONG: Final = QT_TRANSLATE_NOOP(
    "script", "Rule {number}: a control frame carries at most 125 bytes; use “raw” to break that."
)
TOO_LATE: Final = QT_TRANSLATE_NOOP("script", "Rule {number}: “after” is a number of seconds from 0 to 3600.")
NO_ECHO: Final = QT_TRANSLATE_NOOP("script", "Rule {number}: “echo” needs a message to send back.")


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table."""

    when: str
    do: str
    what: str = ""
    value: str = ""
    code: int = 1000
    after: float = 0.0

    @property
    def data(self) -> bytes:
        """What is sent, as bytes."""
        return bytes.fromhex(self.value) if self.do in {"binary", "raw"} else self.value.encode()

    def is_about(self, event: Event, *, found: bool) -> bool:
        """Whether it acts now; `found` says whether a rule above was about the same message."""
        if not isinstance(event, MessageReceived):
            return (self.when == "opened" and isinstance(event, Opened)) or (
                self.when == "ping" and isinstance(event, PingReceived)
            )
        match self.when:
            case "text is":
                return event.text == self.what
            case "text has":
                return event.text is not None and self.what in event.text
            case "binary is":
                return event.text is None and event.payload == bytes.fromhex(self.what)
            case "otherwise":
                return not found
            case _:
                return self.when == "message"


@dataclass(frozen=True, slots=True)
class Script:
    """A table of rules that was checked."""

    rules: tuple[Rule, ...]

    def __post_init__(self) -> None:
        for number, rule in enumerate(self.rules, start=1):
            _check(number, rule)

    def program(self) -> Program:
        """The program that follows it."""
        waiting: dict[Link, int] = {}

        def follow(link: Link, event: Event) -> None:
            found = False
            for rule in self.rules:
                if not rule.is_about(event, found=found):
                    continue
                found = True
                if not rule.after:
                    act(link, rule, event)
                elif waiting.get(link, 0) < MOST:
                    waiting[link] = waiting.get(link, 0) + 1
                    asyncio.get_running_loop().call_later(rule.after, later, link, rule, event)

        def later(link: Link, rule: Rule, event: Event) -> None:
            waiting[link] -= 1
            if not waiting[link]:
                del waiting[link]
            act(link, rule, event)
            link.flush()

        return follow


def act(link: Link, rule: Rule, event: Event) -> None:
    """Do what the rule says; an endpoint that has said Close says nothing more."""
    if rule.do == "fin":
        link.end_tcp()
    elif rule.do == "reset":
        link.flush()  # what was said before it goes out
        link.reset()
    else:
        with suppress(StateError):
            _send(link.connection, rule, event)


def _send(connection: Connection, rule: Rule, event: Event) -> None:
    match rule.do:
        case "text":
            connection.send_text(rule.value)
        case "binary":
            connection.send_binary(rule.data)
        case "ping":
            connection.send_ping(rule.data)
        case "pong":
            connection.send_pong(rule.data)
        case "close":
            connection.send_close(rule.code, rule.value)
        case "raw":
            connection.send_raw(rule.data)
        case _ if isinstance(event, MessageReceived):
            pass_on(connection, event)


def load_script(path: Path) -> Script:
    """The script in a file; ScriptError says what is wrong with it."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise ScriptError(TOO_LARGE, path=str(path))
        values = tomllib.loads(data.decode())
    except OSError as error:
        raise ScriptError(UNREADABLE, path=str(path), reason=reason(error)) from None
    except (ValueError, RecursionError) as error:
        raise ScriptError(NO_TOML, path=str(path), why=str(error).split("\n")[0]) from None
    return read_script(values)


def read_script(values: Mapping[str, object]) -> Script:
    """The script that these values are, as they come from TOML."""
    rows = values.get("rule")
    if set(values) != {"rule"} or not isinstance(rows, list):
        raise ScriptError(NO_TABLE)
    return Script(tuple(_rule(number, row) for number, row in enumerate(rows, start=1)))


TYPES: Final[dict[str, type | tuple[type, ...]]] = {
    "when": str,
    "do": str,
    "what": str,
    "value": str,
    "code": int,
    "after": (int, float),
}


def _rule(number: int, row: object) -> Rule:
    if not isinstance(row, dict):
        raise ScriptError(NO_TABLE)
    for name, value in row.items():
        if name not in TYPES:
            raise ScriptError(NO_COLUMN, number=str(number), name=name)
        if not isinstance(value, TYPES[name]) or isinstance(value, bool):
            raise ScriptError(WRONG_TYPE, number=str(number), name=name)
    for name, missing in (("when", NO_WHEN), ("do", NO_DO)):
        if name not in row:
            raise ScriptError(missing, number=str(number), name="", all=_all(name))
    return Rule(**row)


def _all(column: str) -> str:
    return ", ".join(WHEN if column == "when" else DO)


def _check(number: int, rule: Rule) -> None:
    """ScriptError for a rule that cannot be followed."""
    where = str(number)
    if number > MOST:
        raise ScriptError(TOO_MANY)
    if rule.when not in WHEN:
        raise ScriptError(NO_WHEN, number=where, name=rule.when, all=_all("when"))
    if rule.do not in DO:
        raise ScriptError(NO_DO, number=where, name=rule.do, all=_all("do"))
    for text, is_hex in ((rule.what, rule.when == "binary is"), (rule.value, rule.do in {"binary", "raw"})):
        if is_hex and not _is_hex(text):
            raise ScriptError(NO_HEX, number=where, text=text)
    if not 0 <= rule.code <= 0xFFFF:
        raise ScriptError(NO_CODE, number=where, code=str(rule.code))
    if len(rule.value.encode("utf-8", "replace")) > _room(rule.do):
        raise ScriptError(TOO_LONG, number=where)
    if not 0 <= rule.after <= LATEST:
        raise ScriptError(TOO_LATE, number=where)
    if rule.do == "echo" and rule.when in {"opened", "ping"}:
        raise ScriptError(NO_ECHO, number=where)


def _room(do: str) -> int:
    """How many bytes `value` may have."""
    return {"ping": CONTROL_LIMIT, "pong": CONTROL_LIMIT, "close": CONTROL_LIMIT - 2}.get(do, LARGEST)


def _is_hex(text: str) -> bool:
    try:
        bytes.fromhex(text)
    except ValueError:
        return False
    return True
