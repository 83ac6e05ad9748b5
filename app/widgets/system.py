"""What the desktop asks for: a dark or a light window, more contrast, less motion."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.drawing.theme import THEMES, Theme


def theme_for(choice: str) -> Theme:
    """The theme that a choice stands for; `system` follows the desktop."""
    return THEMES[_system_theme() if choice == "system" else choice]


def reduced_motion(choice: str) -> bool:
    """Whether motion is left out; `system` follows the desktop where it can be asked."""
    if choice != "system":
        return choice == "reduced"
    accessibility = QGuiApplication.styleHints().accessibility()
    preference = getattr(accessibility, "motionPreference", None)
    return preference is not None and preference().name == "ReducedMotion"


def _system_theme() -> str:
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
