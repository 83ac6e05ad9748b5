"""What the heartbeat figure writes: times, the time of the loss, and the messages by which programs ask for life."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.heartbeat_rows import text_number
from app.figures.sequence_words import quoted
from lessons.more_values.heartbeat import measured, number
from protocol.vocabulary import Opcode

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.drawing.marks import Words

MINUTES: Final = 600.0
"""From how many seconds on a time is told in minutes."""


def seconds(value: float) -> str:
    """A measured time, with at most one place after the point."""
    return number(measured(value))


def clock_text(words: Words, value: float) -> str:
    """A time at the axis: seconds, or minutes where they are many."""
    if value < MINUTES:
        return words.translate("figures", "{time} s").format(time=seconds(value))
    return words.translate("figures", "{time} min").format(time=round(value / 60))


def span_text(words: Words, first: float, last: float, fits: Callable[[str], bool]) -> str:
    """Between which two moments something happened, as precisely as there is room; whole seconds do."""
    if last < MINUTES:
        span = {"first": round(first), "last": round(last)}
        for whole in (words.translate("figures", "{first}–{last} s").format(**span), "{first}–{last}".format(**span)):
            if fits(whole):
                return whole
    return words.translate("figures", "> {time}").format(time=clock_text(words, round(first)))


def numbered(words: Words, opcode: int, payload: bytes) -> str:
    """What a message of the application asks or answers, or nothing for any other message."""
    number = text_number(opcode, payload)
    if number is None:
        return ""
    ping, pong = words.translate("figures", "text: ping {id}"), words.translate("figures", "text: pong {id}")
    return (ping if number[0] == "ping" else pong).format(id=number[1])


def message_text(words: Words, opcode: int, payload: bytes) -> str:
    """A message as the program gets it."""
    shown = payload.decode("utf-8", "replace") if opcode == Opcode.TEXT else payload.hex()
    return numbered(words, opcode, payload) or quoted(words, shown)
