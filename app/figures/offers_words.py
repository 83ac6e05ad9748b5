"""The words of the offers figure: what each parameter of permessage-deflate asks for and what it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.offers_view import PROTOCOLS, Fate, Item
from app.reasons import QT_TRANSLATE_NOOP
from protocol.extensions import DEFLATE

if TYPE_CHECKING:
    from app.drawing.marks import Words

OFFERED: Final = {
    "server_no_context_takeover": QT_TRANSLATE_NOOP("figures", "server: forget after each message"),
    "client_no_context_takeover": QT_TRANSLATE_NOOP("figures", "a hint: the client will forget"),
    "server_max_window_bits": QT_TRANSLATE_NOOP("figures", "server: a window of at most {size} bytes"),
    "client_max_window_bits": QT_TRANSLATE_NOOP("figures", "a hint: at most {size} bytes; you may name fewer"),
}
"""What a parameter in an offer says (RFC 7692 section 7.1)."""

NO_VALUE: Final = QT_TRANSLATE_NOOP("figures", "you may tell the client a window")
"""client_max_window_bits without a value."""

ANSWERED: Final = {
    "server_no_context_takeover": QT_TRANSLATE_NOOP("figures", "the server will forget"),
    "client_no_context_takeover": QT_TRANSLATE_NOOP("figures", "client: forget after each message"),
    "server_max_window_bits": QT_TRANSLATE_NOOP("figures", "the server uses at most {size} bytes"),
    "client_max_window_bits": QT_TRANSLATE_NOOP("figures", "client: use at most {size} bytes"),
}
"""What it says in an answer."""

NOTHING: Final = {
    "client_no_context_takeover": QT_TRANSLATE_NOOP("figures", "no answer: only a hint"),
    "client_max_window_bits": QT_TRANSLATE_NOOP("figures", "no answer: up to the client"),
}
"""What an offered parameter means that is not answered."""


def written(one: tuple[str, str | None]) -> str:
    """A name with its value, as it stands in the header."""
    name, value = one
    return name if value is None else f"{name}={value}"


def offer_note(words: Words, header: str, item: Item) -> str:
    """What the client means by an item."""
    if item.offer is None:
        return ""
    name, value = item.offer
    if header == PROTOCOLS:
        return words.translate("figures", "a language for the messages")
    if not item.depth:
        known = words.translate("figures", "compression of messages, RFC 7692")
        return known if name == DEFLATE else words.translate("figures", "another extension")
    source = NO_VALUE if name == "client_max_window_bits" and value is None else OFFERED.get(name, "")
    return _sized(words, source, value)


def answer_note(words: Words, header: str, item: Item) -> str:
    """What the server means by its answer, or by giving none."""
    if item.fate is Fate.OPEN:
        return ""
    if item.answer is None and item.fate is Fate.BROKEN:
        return words.translate("figures", "must be answered")
    if item.answer is None:
        source = NOTHING.get(item.name, "") if item.depth else ""
        return words.translate("figures", source) if source else words.translate("figures", "not taken")
    if item.fate is Fate.BROKEN:
        return broken_note(words, header, item)
    if not item.depth:
        return words.translate("figures", "chosen") if header == PROTOCOLS else words.translate("figures", "accepted")
    return _sized(words, ANSWERED.get(item.name, ""), item.answer[1])


def broken_note(words: Words, header: str, item: Item) -> str:
    """Why the client cannot take it."""
    if item.offer is None:
        return words.translate("figures", "was not offered")
    if header == PROTOCOLS:
        return words.translate("figures", "was not offered")
    return words.translate("figures", "does not fit the offer")


def _sized(words: Words, source: str, value: str | None) -> str:
    if not source:
        return ""
    bits = int(value) if value is not None and value.isdecimal() and len(value) < 3 else 15
    return words.translate("figures", source).format(size=2**bits)


def fate_word(words: Words, fate: Fate) -> str:
    """What became of it, in one word."""
    names = {
        Fate.OPEN: words.translate("figures", "open"),
        Fate.CHOSEN: words.translate("figures", "agreed"),
        Fate.DECLINED: words.translate("figures", "declined"),
        Fate.ADDED: words.translate("figures", "added by the server"),
        Fate.BROKEN: words.translate("figures", "breaks a rule"),
    }
    return names[fate]
