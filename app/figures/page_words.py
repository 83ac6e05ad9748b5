"""The words of the figure `page`: what the server decided, and the picture in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocol.handshake import reason_phrase

if TYPE_CHECKING:
    from app.drawing.marks import Words
    from app.figures.page_view import Browser, Visit
    from app.figures.pen import Pen


def status_text(status: int) -> str:
    """A status with its phrase."""
    return f"{status} {reason_phrase(status)}".strip()


def page_name(words: Words, name: str) -> str:
    """What a page is called."""
    return words.translate("figures", "Shop’s page") if name == "good" else words.translate("figures", "Other page")


def other_name(words: Words, name: str) -> str:
    """What a program without a browser brings."""
    names = {
        "bearer": words.translate("figures", "good token"),
        "expired": words.translate("figures", "expired"),
        "forged": words.translate("figures", "forged"),
        "unsigned": words.translate("figures", "alg none"),
        "big": words.translate("figures", "big message"),
        "head": words.translate("figures", "long head"),
        "late": words.translate("figures", "one too many"),
    }
    return names.get(name, name)


def outcome(words: Words, visit: Visit) -> str:
    """What a page has of its connection."""
    if visit.read:
        return words.translate("figures", "reads: {text}").format(text=visit.read[-1])
    if visit.is_refused:
        text = words.translate("figures", "an error, then close {code}; no status, no body")
        return text.format(code=visit.code if visit.code is not None else 1006)
    if visit.is_open:
        return words.translate("figures", "OPEN: it may send")
    if visit.request is not None:
        return words.translate("figures", "waits")
    return ""


def sentence(pen: Pen, browser: Browser) -> str:
    """The newest of both pages, for the text alternative."""
    words = pen.words
    parts = []
    for name, visit in browser.pages.items():
        told = outcome(words, visit)
        if told:
            text = words.translate("figures", "{page}: {outcome}.")
            parts.append(text.format(page=page_name(words, name), outcome=told))
    return " ".join(parts) or words.translate("figures", "No page has opened a connection yet.")
