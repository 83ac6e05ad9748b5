"""The modes beside the course: which page each has, built at its first visit, and what one page asks of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.desk import Desk


def offer_modes(desk: Desk) -> None:
    """Let the window of this desk go to every mode."""
