"""The words of the figure `cache`: who takes part, and how a client masks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.plays.cache import CHAT

if TYPE_CHECKING:
    from app.drawing.marks import Words


def masking_word(words: Words, masking: str | None) -> str:
    """How the client of an attempt masks."""
    names = {
        "none": words.translate("figures", "no mask"),
        "zero": words.translate("figures", "a key of zeros"),
        "reused": words.translate("figures", "one key for all frames"),
        "fresh": words.translate("figures", "a fresh key for each frame"),
    }
    return names.get(masking or "", "")


def page_word(words: Words, connection: str) -> str:
    """Whose browser it is."""
    if connection.startswith("visitor"):
        return words.translate("figures", "The next visitor")
    return (
        words.translate("figures", "Honest page")
        if connection == CHAT
        else words.translate("figures", "Attacker’s page")
    )


def server_word(words: Words, connection: str) -> str:
    """To whom the connection goes."""
    if connection.startswith("visitor"):
        return words.translate("figures", "Genuine server")
    return (
        words.translate("figures", "Chat server")
        if connection == CHAT
        else words.translate("figures", "Attacker’s server")
    )
