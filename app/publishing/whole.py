"""All steps of a lesson or a recording, as they can be taken away beside one figure of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.model.telling import Telling


Kind = Literal["lesson", "recording"]


@dataclass(frozen=True, slots=True)
class Whole:
    """What is told, when it is asked for; `at` is the step that is looked at, counted from 1."""

    name: str
    kind: Kind
    telling: Callable[[], Telling]
    at: int = 1
