"""The navigation: headings, lessons, the phases of the open lesson, and the overall progress at the foot.

It is one tab stop: Up and Down move between the rows, Enter or Space opens the row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.model.course import Course, NavLesson, NavPhase
from app.widgets.look import draw_panel, look_of, painter_for
from app.widgets.nav_rows import LessonRow, NavRow, PhaseRow
from app.widgets.scroll import Scroll
from app.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent


class ProgressBar(QWidget):
    """6 pixels high, filled to `share` (0 to 1)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.share = 0.0
        self.setFixedHeight(6)

    def set_share(self, share: float) -> None:
        """Fills the bar."""
        self.share = max(0.0, min(1.0, share))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            area = QRectF(self.rect())
            edge = look.colour("line") if look.plain else None
            draw_panel(painter, area, 3, look.colour("pane" if look.plain else "line"), edge)
            if self.share > 0:
                area.setWidth(max(4.0, area.width() * self.share))
                draw_panel(painter, area, min(3.0, area.width() / 2), look.colour("ink"))


class Navigation(QFrame):
    """240 pixels wide."""

    lesson_chosen = Signal(str)
    phase_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Navigation")
        self.setFixedWidth(240)
        self._course = Course()
        self._shape: object = None
        self.rows: list[NavRow] = []
        self._headings: list[Text] = []
        self._scroll = Scroll()
        self._count = Text(13, 22, colour="text2", wrap=False)
        self._bar = ProgressBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 16)  # the hairline at the right
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 8, 19, 0)
        foot.setSpacing(8)
        foot.addWidget(self._count)
        foot.addWidget(self._bar)
        column.addLayout(foot)
        self.retranslate()

    def set_course(self, course: Course) -> None:
        """Shows the course. Rows are kept while only their state changes, so the focus stays where it is."""
        self._course = course
        shape = [
            (group.title, [(item.slug, _listed(course, item)) for item in group.lessons]) for group in course.groups
        ]
        if shape != self._shape:
            self._shape = shape
            self._build()
        else:
            self._refresh()
        self.retranslate()

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self.setAccessibleName(self.tr("Lessons"))
        done, total = self._course.counts
        self._count.set_text(self.tr("{done} of {total} lessons done").format(done=done, total=total))
        self._bar.set_share(done / total if total else 0)
        self._bar.setAccessibleName(self._count.text())
        for row in self.rows:
            if isinstance(row, PhaseRow):
                row.setAccessibleName(self._phase_name(row.phase))
            elif isinstance(row, LessonRow):
                row.setAccessibleName(self._lesson_name(row.lesson))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        here = next((index for index, row in enumerate(self.rows) if row.hasFocus()), None)
        step = steps.get(Qt.Key(event.key()))
        if step is None or here is None:
            event.ignore()
            return
        self._focus(max(0, min(len(self.rows) - 1, here + step)))

    def _lesson_name(self, lesson: NavLesson) -> str:
        if lesson.finished:
            return self.tr("{title}, done").format(title=lesson.title)
        if lesson.total:
            source = self.tr("{title}, {done} of {total} parts done")
            return source.format(title=lesson.title, done=lesson.done, total=lesson.total)
        return lesson.title

    def _phase_name(self, phase: NavPhase) -> str:
        sources = {
            "done": self.tr("{title}, done"),
            "current": self.tr("{title}, current"),
            "future": self.tr("{title}, still to come"),
        }
        return sources[phase.state].format(title=phase.title)

    def _build(self) -> None:
        had_focus = any(row.hasFocus() for row in self.rows)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(8, 12, 8, 0)
        column.setSpacing(0)
        self.rows = []
        for group in self._course.groups:
            column.addWidget(self._heading(group.title))
            for lesson in group.lessons:
                row = LessonRow(lesson, lesson.slug == self._course.open_slug)
                row.clicked.connect(lambda _checked=False, slug=lesson.slug: self.lesson_chosen.emit(slug))
                self._add(column, row)
                for phase in _phases(self._course, lesson):
                    part = PhaseRow(phase)
                    ids = (lesson.slug, phase.id)
                    part.clicked.connect(lambda _checked=False, ids=ids: self.phase_chosen.emit(*ids))
                    self._add(column, part)
        column.addStretch(1)
        self._scroll.setWidget(body)
        self._stop_at(self._current())
        if had_focus:
            self._focus(self._current())

    def _heading(self, title: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(12, 12, 12, 4)
        heading = Text(12, 16, bold=True, colour="text3", wrap=False)
        heading.set_text(title)
        column.addWidget(heading)
        return holder

    def _add(self, column: QVBoxLayout, row: NavRow) -> None:
        self.rows.append(row)
        column.addWidget(row)

    def _refresh(self) -> None:
        rows = iter(self.rows)
        for group in self._course.groups:
            for lesson in group.lessons:
                row = next(rows)
                if isinstance(row, LessonRow):
                    row.set_lesson(lesson, lesson.slug == self._course.open_slug)
                for phase in _phases(self._course, lesson):
                    part = next(rows)
                    if isinstance(part, PhaseRow):
                        part.set_phase(phase)
        if not any(row.hasFocus() for row in self.rows):
            self._stop_at(self._current())
        if self.rows:
            self._scroll.ensureWidgetVisible(self.rows[self._current()], 0, 24)

    def _current(self) -> int:
        """The row that Tab reaches: the current phase, else the open lesson, else the first."""
        best = 0
        for index, row in enumerate(self.rows):
            if isinstance(row, PhaseRow) and row.phase.state == "current":
                return index
            if isinstance(row, LessonRow) and row.is_open:
                best = index
        return best

    def _stop_at(self, index: int) -> None:
        for number, row in enumerate(self.rows):
            row.setFocusPolicy(Qt.FocusPolicy.TabFocus if number == index else Qt.FocusPolicy.NoFocus)

    def _focus(self, index: int) -> None:
        if self.rows:
            self._stop_at(index)
            self.rows[index].setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(self.rows[index], 0, 24)


def _phases(course: Course, lesson: NavLesson) -> tuple[NavPhase, ...]:
    return lesson.phases if lesson.slug == course.open_slug else ()


def _listed(course: Course, lesson: NavLesson) -> tuple[str, ...]:
    return tuple(phase.id for phase in _phases(course, lesson))
