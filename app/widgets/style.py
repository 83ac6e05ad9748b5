"""The one stylesheet, made from the tokens of a theme. It covers what Qt paints: surfaces, menus, scroll
bars, tips.

Chrome is monochrome: only surface and text tokens occur here. Controls that the window paints itself read the
same tokens through `app.widgets.look`.
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from app.drawing.fonts import sans_families

if TYPE_CHECKING:
    from app.widgets.look import Look

_SHEET = Template("""
QWidget { font-family: $sans; font-size: 14px; color: $text; }
MainWindow, QDialog { background: $pane; }
#TopBar { background: $pane; border-bottom: 1px solid $line; }
#Navigation { background: $pane; border-right: 1px solid $line; }
#SidePane { background: $pane; border-left: 1px solid $line; }
#TransportBar { background: $pane; border-top: 1px solid $line; }
#MessageStrip { background: $raise; border-bottom: 1px solid $line2; }
#Stage { background: $stage; }
#Inspector { border-top: 1px solid $line; }
#Card { background: $raise; border: 1px solid $line2; border-radius: 10px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar::handle:vertical { background: $line2; border-radius: 3px; min-height: 32px; }
QScrollBar::handle:vertical:hover { background: $line3; }
QScrollBar::handle:vertical:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $raise; border: 1px solid $line2; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 6px; background: transparent; }
QMenu::item:selected { background: $chosen; color: $on_chosen; }
QMenu::item:disabled { color: $text3; }
QMenu::icon { padding-left: 10px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::indicator { width: 12px; height: 12px; left: 8px; }
QToolTip { background: $ink; color: $on_ink; border: 1px solid $ink; padding: 4px 6px; font-size: 13px; }
""")


def stylesheet(look: Look) -> str:
    """The stylesheet of a look."""
    tokens = {name.replace("-", "_"): value for name, value in look.theme.colours.items() if "." not in name}
    chosen = {"chosen": tokens["sel"], "on_chosen": tokens["text"]}
    if look.plain:
        chosen = {"chosen": tokens["ink"], "on_chosen": tokens["on_ink"]}
    families = ", ".join(f'"{name}"' for name in sans_families(look.lang))
    return _SHEET.substitute(tokens, **chosen, sans=families)
