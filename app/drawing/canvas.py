"""The stage: a widget that shows one scene, scaled uniformly, and moves to the next one.

It computes no geometry of a figure: it shows marks, finds the one under the pointer and rings those that belong to
it. Hovering or the keyboard focus explains a mark, a click pins it, Esc lets go. One tab stop; Up and Down move inside.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.drawing.fonts import QtMeasure
from app.drawing.hits import bounds, hit, linked, reading_order
from app.drawing.marks import Rect, Scene
from app.drawing.projector import REDUCED, Projector, place
from app.drawing.rings import focus_ring, rings
from app.drawing.tooltip import tooltip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
    )

    from app.drawing.marks import AnyMark
    from app.drawing.theme import Theme

WIDTH: Final = 888
HOVER_FADE: Final = 80
"""Milliseconds in which rings come and go, at any speed."""
HOVER_DELAY: Final = 250
"""Milliseconds from rest to tooltip."""

_KEYED: Final = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)


class Canvas(QWidget):
    """Shows scenes. `room_height` is how high the next one should be laid out."""

    room_changed = Signal(float)
    """The stage has become higher or lower: lay the figure out anew."""
    selected = Signal(tuple)
    """The links of the mark that was pinned; empty when nothing is."""
    hovered = Signal(str)
    """The id of the mark under the pointer or focus; empty when there is none."""
    activated = Signal(str)
    """The id of a mark that was clicked, or chosen with Enter."""
    menu_requested = Signal(str, QPoint)
    """A context menu: the mark's id or nothing, and where on the screen."""
    moved = Signal()
    """A motion has ended."""

    def __init__(self, parent: QWidget | None = None, *, width: float = WIDTH) -> None:
        super().__init__(parent)
        self._width = width
        self._projector = Projector(Scene((), width=width))
        self._measure = QtMeasure("en")
        self._top = 0.0
        self._hovered = self._focused = ""
        self._keyed = False
        self._pinned: tuple[str, ...] = ()
        self._linked: tuple[str, ...] = ()
        self._tip: tuple[AnyMark, ...] = ()
        self.speed = 1.0
        self.reduced_motion = False
        self.arrows_move = False
        """Whether Left and Right too move between marks; in a lesson they step instead."""
        self._clock = QVariantAnimation(self)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.valueChanged.connect(self._tick)
        self._clock.finished.connect(self._arrive)
        self._rings: tuple[AnyMark, ...] = ()
        self._rings_before: tuple[AnyMark, ...] = ()
        self._glow = QVariantAnimation(self)
        self._glow.setStartValue(0.0)
        self._glow.setEndValue(1.0)
        self._glow.setDuration(HOVER_FADE)
        self._glow.valueChanged.connect(self._tick)
        self._hover_timer = QTimer(self)
        self._hover_timer.setSingleShot(True)
        self._hover_timer.setInterval(HOVER_DELAY)
        self._hover_timer.timeout.connect(self._show_tip)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # What is shown

    @property
    def scene(self) -> Scene:
        """The scene that is shown, or towards which the motion goes."""
        return self._projector.scene

    @property
    def room_height(self) -> float:
        """The height in stage units in which a figure should be laid out, 632 to 772."""
        return self._projector.placing.room

    @property
    def moving(self) -> bool:
        """Whether a motion is running."""
        return self._clock.state() == QVariantAnimation.State.Running

    def show_scene(self, scene: Scene, animate: bool = True) -> None:
        """Goes to another scene, completing a running motion first."""
        self.finish()
        old = self.scene
        if scene == old:
            return
        motion = self._projector.go(scene)
        length = 0.0
        if animate and self.isVisible() and old.marks:
            length = REDUCED if self.reduced_motion else motion.duration / max(self.speed, 0.01)
        if length > 0:
            self._clock.setDuration(max(1, round(length)))
            self._clock.start()
        else:
            self._arrive()
        self._focused = self._focused if scene.find(self._focused) else ""
        self._hovered = self._hovered if scene.find(self._hovered) else ""
        self._light(fade=False)
        self._hide_tip()
        self.setAccessibleName(scene.title)
        self.setAccessibleDescription(scene.description)

    def finish(self) -> None:
        """Completes the running motion at once."""
        if self.moving:
            self._clock.stop()
            self._arrive()

    def _tick(self) -> None:
        self.update()

    def set_top(self, top: float) -> None:
        """Leaves so many units of the stage out above: while presenting, breadcrumb and title."""
        if top == self._top:
            return
        self._top = top
        self._place()
        self.room_changed.emit(self.room_height)

    def _arrive(self) -> None:
        self._projector.arrive()
        self.update()
        self.moved.emit()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._projector.theme = theme
        self._repaint_all()

    def set_language(self, lang: str) -> None:
        """Other fonts; the scene itself is laid out anew by its owner."""
        self._measure = QtMeasure(lang)
        self._projector.lang = lang
        self._repaint_all()

    def _repaint_all(self) -> None:
        self._projector.forget()
        self._hide_tip()

    # Links, focus and tooltip

    @property
    def pinned(self) -> tuple[str, ...]:
        """The links of the pinned mark."""
        return self._pinned

    @property
    def current(self) -> AnyMark | None:
        """The mark that has the keyboard focus inside the canvas."""
        return self.scene.find(self._focused) if self._focused else None

    @property
    def tip(self) -> tuple[AnyMark, ...]:
        """The marks of the tooltip, if one is shown."""
        return self._tip

    def set_linked(self, links: Iterable[str]) -> None:
        """Rings the marks with these links, as when the same thing is hovered in another view."""
        self._linked = tuple(links)
        self._light()

    def pin(self, links: Iterable[str]) -> None:
        """Keeps the marks with these links ringed; nothing unpins."""
        links = tuple(links)
        if links != self._pinned:
            self._pinned = links
            self.selected.emit(links)
        self._light()

    def lit(self) -> tuple[AnyMark, ...]:
        """The marks that are ringed now: for what is hovered or focused here, else elsewhere, else pinned."""
        mark = self.scene.find(self._hovered or self._focused)
        links = (mark.links if mark else ()) or self._linked or self._pinned
        return linked(self.scene, links)

    def _light(self, *, fade: bool = True) -> None:
        """Other marks are ringed: their rings come in and those of the others go within 80 ms."""
        now = tuple(rings(self.lit()))
        if now == self._rings:
            return
        self._rings_before, self._rings = self._rings, now
        self._glow.stop()
        if fade and not self.reduced_motion and self.isVisible():
            self._glow.start()
        self.update()

    def _glowing(self) -> tuple[AnyMark, ...]:
        """The rings as they are at this moment of coming and going."""
        if self._glow.state() == QVariantAnimation.State.Stopped:
            return self._rings
        t = float(self._glow.currentValue() or 0)
        going = [replace(ring, opacity=1 - t) for ring in self._rings_before if ring not in self._rings]
        coming = [ring if ring in self._rings_before else replace(ring, opacity=t) for ring in self._rings]
        return (*going, *coming)

    def focus_mark(self, mark_id: str) -> None:
        """Moves the focus inside the canvas to a mark and explains it at once."""
        self._focused, self._hovered = mark_id, ""
        self._hover_timer.stop()
        self._light()
        self._show_tip()
        self.hovered.emit(mark_id)

    def _show_tip(self) -> None:
        mark = self.scene.find(self._hovered or self._focused)
        self._tip = tooltip(mark, self._stage(), self._measure) if mark else ()
        self.update()

    def _hide_tip(self) -> None:
        self._hover_timer.stop()
        self._tip = ()
        self.update()

    # Place and painting

    def _stage(self) -> Rect:
        """What is shown of the stage, in its units."""
        return Rect(0, self._top, self.scene.width, self.room_height - self._top)

    def to_widget(self, rect: Rect) -> QRectF:
        """A rectangle of the stage in widget coordinates."""
        return self._projector.placing.to_widget(rect)

    def mark_at(self, point: QPointF) -> AnyMark | None:
        """The spoken mark under a point of the widget."""
        on_stage = self._projector.placing.to_stage(point)
        return hit(self.scene, on_stage.x(), on_stage.y())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale, place and room of the stage."""
        super().resizeEvent(event)
        before = self.room_height
        self._place()
        if abs(self.room_height - before) > 0.5:
            self.room_changed.emit(self.room_height)

    def _place(self) -> None:
        self._projector.placing = place(self.width(), self.height(), self._width, self._top)
        self._projector.size = (self.width(), self.height())
        self._repaint_all()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, the rings over it, the tooltip over all."""
        projector = self._projector
        if projector.ratio != self.devicePixelRatioF():
            projector.ratio = self.devicePixelRatioF()
            projector.forget()
        with QPainter(self) as painter:
            projector.paint(painter, float(self._clock.currentValue() or 0), self.reduced_motion)
            projector.paint_over(painter, self._glowing())
            if self.hasFocus() and self._keyed:
                ring = focus_ring(bounds(self.current)) if self.current else focus_ring(self._stage(), gap=-6)
                projector.paint_over(painter, ring)
            projector.paint_over(painter, self._tip)

    # Pointer and keys

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hovering: rings at once, the tooltip after a moment."""
        self._hover(self.mark_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is gone."""
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, mark: AnyMark | None) -> None:
        name = mark.id if mark else ""
        if name == self._hovered:
            return
        self._hovered = name
        self._light()
        self._hide_tip()
        if mark:
            self._hover_timer.start()
        hand = mark is not None and bool(mark.links)
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        self.hovered.emit(name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click completes the motion, then pins what it hit, or lets go."""
        self.finish()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._keyed, self._focused = False, ""
        mark = self.mark_at(event.position())
        links = mark.links if mark else ()
        self.pin(() if links == self._pinned else links)
        if mark:
            self.activated.emit(mark.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the menu of the mark under the pointer, or of the focused one."""
        by_key = event.reason() == event.Reason.Keyboard
        mark = self.current if by_key else self.mark_at(QPointF(event.pos()))
        at = event.globalPos()
        if by_key:
            at = self.mapToGlobal(self.to_widget(bounds(mark) if mark else self._stage()).center()).toPoint()
        self.menu_requested.emit(mark.id if mark else "", at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move between marks, Enter chooses, Esc lets go; all else belongs to the window."""
        self.finish()
        key = event.key()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(key), 0)
        if self.arrows_move:
            step = step or {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(key), 0)
        if step and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._step_focus(step)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current:
            self.pin(self.current.links)
            self.activated.emit(self.current.id)
        elif key == Qt.Key.Key_Escape and (self._pinned or self._focused or self._tip):
            self._focused = ""
            self._hide_tip()
            self.pin(())
            self.hovered.emit("")
        else:
            super().keyPressEvent(event)

    def _step_focus(self, step: int) -> None:
        self._keyed = True
        order = [mark.id for mark in reading_order(self.scene)]
        if not order:
            return
        if self._focused in order:
            index = min(max(order.index(self._focused) + step, 0), len(order) - 1)
        else:
            index = 0 if step > 0 else len(order) - 1
        self.focus_mark(order[index])

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Focus that came by key shows its ring."""
        super().focusInEvent(event)
        self._keyed = event.reason() in _KEYED
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The focus inside the canvas goes with it."""
        super().focusOutEvent(event)
        self._focused = ""
        self._light()
        self._hide_tip()
