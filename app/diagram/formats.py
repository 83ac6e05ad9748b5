"""The text formats of a bit diagram, by the suffix of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.diagram.ascii_art import to_ascii
from app.diagram.bytefield import to_bytefield
from app.diagram.packet import to_mermaid
from app.diagram.values import to_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.diagram.boxes import Diagram

FORMATS: Final[dict[str, Callable[[Diagram], str]]] = {
    ".txt": to_ascii,
    ".tex": to_bytefield,
    ".mmd": to_mermaid,
    ".json": to_json,
}
