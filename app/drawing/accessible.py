"""What a screen reader meets on the stage: the canvas with its title and description, and each spoken mark in it.

The sentence of a mark is its accessible name; its rectangle is where it is on the screen. Children are kept by mark id,
so that a reader that holds one finds it again after the scene has changed.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

from app.drawing.canvas import Canvas
from app.drawing.hits import bounds, reading_order

if TYPE_CHECKING:
    from app.drawing.marks import AnyMark


class MarkInterface(QAccessibleInterface):
    """One spoken mark."""

    def __init__(self, parent: CanvasInterface, mark_id: str) -> None:
        super().__init__()
        self._parent = parent
        self.mark_id = mark_id

    def _mark(self) -> AnyMark | None:
        return self._parent.mark(self.mark_id)

    def isValid(self) -> bool:  # noqa: N802
        return self._mark() is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self._parent.window()

    def parent(self) -> QAccessibleInterface:
        return self._parent

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802
        return -1

    def rect(self) -> QRect:
        mark = self._mark()
        return self._parent.on_screen(mark) if mark else QRect()

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Graphic

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = True
        state.readOnly = True
        state.focused = self._parent.focused() == self.mark_id
        return state

    def text(self, t: QAccessible.Text) -> str:
        mark = self._mark()
        return mark.spoken if mark and t == QAccessible.Text.Name else ""

    def setText(self, t: QAccessible.Text, text: str) -> None:  # noqa: N802
        """Marks cannot be renamed."""


class CanvasInterface(QAccessibleWidget):
    """The canvas; its children are the spoken marks in reading order."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas, QAccessible.Role.Canvas, canvas.scene.title)
        self._canvas = ref(canvas)
        self._known: dict[str, MarkInterface] = {}

    def _alive(self) -> Canvas | None:
        """The canvas, unless Python or Qt has let go of it: a reader may ask later than that."""
        canvas = self._canvas()
        return canvas if canvas is not None and isValid(canvas) else None

    def _children(self) -> list[str]:
        canvas = self._alive()
        return [mark.id for mark in reading_order(canvas.scene)] if canvas else []

    def _interface(self, mark_id: str) -> MarkInterface:
        return self._known.setdefault(mark_id, MarkInterface(self, mark_id))

    def mark(self, mark_id: str) -> AnyMark | None:
        """The mark as it is now."""
        canvas = self._alive()
        return canvas.scene.find(mark_id) if canvas else None

    def focused(self) -> str:
        """The id of the mark with the focus, or nothing."""
        canvas = self._alive()
        return canvas.current.id if canvas and canvas.current else ""

    def on_screen(self, mark: AnyMark) -> QRect:
        """Where a mark is on the screen."""
        canvas = self._alive()
        if canvas is None:
            return QRect()
        area = canvas.to_widget(bounds(mark)).toAlignedRect()
        return QRect(canvas.mapToGlobal(area.topLeft()), area.size())

    def childCount(self) -> int:
        return len(self._children())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        names = self._children()
        return self._interface(names[index]) if 0 <= index < len(names) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802
        names = self._children()
        name = child.mark_id if isinstance(child, MarkInterface) else ""
        return names.index(name) if name in names else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802
        canvas = self._alive()
        mark = canvas.mark_at(canvas.mapFromGlobal(QPoint(x, y)).toPointF()) if canvas else None
        return self._interface(mark.id) if mark else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802
        name = self.focused()
        return self._interface(name) if name else None


_interfaces: dict[int, CanvasInterface] = {}
"""Qt holds only a pointer to an interface; these references keep the Python side of it alive."""


def _factory(key: str, thing: QObject) -> QAccessibleInterface | None:  # noqa: ARG001
    if not isinstance(thing, Canvas):
        return None
    name = id(thing)
    _interfaces[name] = CanvasInterface(thing)
    thing.destroyed.connect(lambda: _interfaces.pop(name, None))
    canvas = ref(thing)
    thing.hovered.connect(lambda mark_id: _announce(canvas(), mark_id))
    return _interfaces[name]


@cache
def install() -> None:
    """Makes canvases tell screen readers their marks. Call once after the application object exists."""
    QAccessible.installFactory(_factory)


def _announce(canvas: Canvas | None, mark_id: str) -> None:
    """Tells screen readers that the focus inside the canvas has moved; does nothing when none is listening."""
    if canvas is None or not QAccessible.isActive() or canvas.current is None or canvas.current.id != mark_id:
        return
    event = QAccessibleEvent(canvas, QAccessible.Event.Focus)
    event.setChild([mark.id for mark in reading_order(canvas.scene)].index(mark_id))
    QAccessible.updateAccessibility(event)
