"""The part of the stylesheet that only the Lab needs: its fields are Qt's own, so that every way of typing works."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from app.drawing.fonts import mono_families

if TYPE_CHECKING:
    from app.widgets.look import Look

_SHEET = Template("""
QLineEdit, QPlainTextEdit {
  background: $raise; color: $text; border: 1px solid $line3; border-radius: 8px; padding: 0 9px;
  selection-background-color: $ink; selection-color: $on_ink; font-family: $mono;
}
QPlainTextEdit { padding: 6px 5px; font-size: 12px; }
QLineEdit[tight="true"] { padding: 0; }
QLineEdit:focus, QPlainTextEdit:focus { border: 1px solid $ink; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border: 2px solid $wrong; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $pane; border-color: $line2; color: $text2; }
#LabBar { background: $pane; border-top: 1px solid $line; }
""")


def lab_sheet(look: Look) -> str:
    """The stylesheet of a look."""
    tokens = {name.replace("-", "_"): value for name, value in look.theme.colours.items() if "." not in name}
    families = ", ".join(f'"{name}"' for name in mono_families(look.lang))
    return _SHEET.substitute(tokens, mono=families, wrong=look.theme.colour("err.fill"))
