"""The formats of a storyboard by their suffix, and what each of them makes of a telling. Qt is loaded only to draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.model.telling import Telling

WHOLE: Final = ("html", "pdf", "gif", "apng", "mmd")
"""Formats that hold all steps in one file."""

ASKING: Final = ("html", "pdf")
"""Those that can ask questions: nobody answers a moving picture."""

LANGUAGES: Final = ("en", "zh_CN")


@dataclass(frozen=True, slots=True)
class Look:
    """How it is to look. `scale` is pixels for each stage unit, 0 for what is usual: 2 in a picture, 1 in a moving
    one. With `questions`, pages and handouts ask what a lesson asks."""

    lang: str = "en"
    theme: str = "paper"
    per_page: int = 2
    scale: float = 0
    questions: bool = False


def whole(telling: Telling, suffix: str, look: Look, made: Callable[[int], object] | None = None) -> bytes:
    """All steps in one file. `made` is called with the number of each step once it is drawn."""
    if suffix == "mmd":
        from app.plain_words import PlainWords  # noqa: PLC0415  # each format loads its own
        from app.storyboard.mermaid import to_sequence  # noqa: PLC0415  # each format loads its own
        from lessons.narration import rules  # noqa: PLC0415  # each format loads its own

        return to_sequence(telling.facts, PlainWords(look.lang, rules.text), telling.title(look.lang)).encode()
    from app.drawing.theme import THEMES  # noqa: PLC0415  # each format loads its own
    from app.storyboard.steps import Board  # noqa: PLC0415  # each format loads its own

    asks = look.questions and suffix in ASKING
    board, theme = Board(telling, look.lang, made, asks), THEMES[look.theme]
    match suffix:
        case "html":
            from app.storyboard.page import to_page  # noqa: PLC0415  # each format loads its own

            others = [Board(telling, lang, made, asks) for lang in LANGUAGES if lang != look.lang]
            return to_page([board, *others], theme).encode()
        case "pdf":
            from app.storyboard.handout import to_handout  # noqa: PLC0415  # each format loads its own

            return to_handout(board, theme, look.per_page)
        case _:
            from app.storyboard.animation import to_apng, to_gif  # noqa: PLC0415  # each format loads its own

            return (to_gif if suffix == "gif" else to_apng)(board, theme, look.scale or 1.0)
