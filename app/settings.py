"""What the program remembers between two starts, as one JSON file in the user's configuration folder.

Reading never fails: a missing file means defaults, a damaged one means defaults and a notice, a single bad
entry means the default of that entry. Writing replaces the file whole, so that a crash leaves the old one.
"""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES: Final = ("en", "zh_CN")
THEMES: Final = ("system", "light", "dark", "contrast")
SPEEDS: Final = (0.25, 0.5, 1.0, 2.0, 4.0)
QUESTIONS: Final = ("may", "must", "off")
MOTIONS: Final = ("system", "full", "reduced")


@dataclass(frozen=True)
class Settings:
    """The remembered values. An empty `language` or a `system` means: as the desktop says."""

    language: str = ""
    theme: str = "system"
    speed: float = 1.0
    motion: str = "system"
    geometry: str = ""
    """The window's place as Qt saves it, in base64; empty before the first close."""
    progress: Mapping[str, list[str]] = field(default_factory=dict)
    """Ids of the steps seen, by lesson (see `app.model.progress`)."""
    questions: str = "may"
    """Whether predictions may be skipped, must be answered, or are off."""
    export: Mapping[str, str | int] = field(default_factory=dict)
    """How figures were last taken away (see `app.publishing.remembered`)."""


@dataclass(frozen=True)
class Loaded:
    """Settings, and whether the file behind them was damaged: then defaults stand in."""

    settings: Settings
    damaged: bool = False


def settings_path() -> Path:
    """Where the settings of this user are kept."""
    from platformdirs import user_config_path  # noqa: PLC0415  # the figures need the values, not the file

    return user_config_path("websocket-101", appauthor=False) / "settings.json"


class SettingsFile:
    """The file. Tests give it a path of their own."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or settings_path()

    def load(self) -> Loaded:
        """The settings; never raises."""
        try:
            stored = json.loads(self.path.read_text("utf-8"))
        except FileNotFoundError:
            return Loaded(Settings())
        except (OSError, ValueError, RecursionError):
            return Loaded(Settings(), damaged=True)
        if not isinstance(stored, dict):
            return Loaded(Settings(), damaged=True)
        return _read(stored)

    def save(self, settings: Settings) -> bool:
        """Writes the settings; whether that worked. Never raises: losing a preference is no reason to
        stop."""
        text = json.dumps(asdict(settings), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".settings-", dir=self.path.parent)
        except OSError:
            return False
        spare = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            spare.replace(self.path)
        except OSError:
            spare.unlink(missing_ok=True)
            return False
        return True


def _read(stored: dict[str, object]) -> Loaded:
    good = {name: stored[name] for name in _GOOD if name in stored and _GOOD[name](stored[name])}
    known = [field.name for field in fields(Settings) if field.name in stored]
    return Loaded(Settings(**good), damaged=len(good) < len(known))  # type: ignore[arg-type]  # _GOOD has checked each


def _is_progress(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(steps, list) and all(isinstance(step, str) for step in steps) for steps in value.values()
    )


def _is_speed(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value in SPEEDS


def _is_export(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(one, str | int) and not isinstance(one, bool) for one in value.values()
    )


_GOOD: Final = {
    "language": lambda value: value == "" or value in LANGUAGES,
    "theme": lambda value: value in THEMES,
    "speed": _is_speed,
    "motion": lambda value: value in MOTIONS,
    "questions": lambda value: value in QUESTIONS,
    "geometry": lambda value: isinstance(value, str),
    "progress": _is_progress,
    "export": _is_export,
}
"""For each entry, which stored values are accepted."""
