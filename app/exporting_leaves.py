"""A storyboard in the preview: a page or a step of it at a time, painted step by step so that nobody waits for it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QImage, QPainter

from app.drawing.theme import THEMES
from app.exporting_boards import check_length
from app.storyboard.animation import pictures
from app.storyboard.formats import ASKING, Look, whole
from app.storyboard.handout import PAGE, pages_of, paint_paper, paint_step, steps_on
from app.storyboard.steps import Board

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.model.telling import Telling
    from app.publishing.remembered import Wanted
    from app.publishing.whole import Whole
    from app.widgets.export_preview import ExportPreview

SCALE: Final = 1.5
"""Pixels for each unit of a page."""


class Leaves(QObject):
    """Shows one leaf of a storyboard, and leafs to another."""

    def __init__(self, preview: ExportPreview, told: Whole | None, parent: QObject) -> None:
        super().__init__(parent)
        self._preview, self._whole = preview, told
        self._wanted: Wanted | None = None
        self._step = told.at if told is not None else 1
        self._leaves = 1
        self._work: Iterator[None] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @cached_property
    def telling(self) -> Telling:
        """What is told; made when somebody first asks for all steps."""
        assert self._whole is not None
        return self._whole.telling()

    def show(self, wanted: Wanted) -> int:
        """The leaf with the step that was looked at last; how many steps there are. BoardError if they are too many."""
        telling, lang = self.telling, wanted.choices.lang
        check_length(telling, lang)
        self._wanted = wanted
        self._step = max(1, min(self._step, telling.count))
        if wanted.board == ".mmd":
            self.forget()
            self._preview.show_text(self.text(wanted), lang, wrap=False)
        else:
            self._show()
        return telling.count

    def text(self, wanted: Wanted) -> str:
        """The sequence diagram."""
        return whole(self.telling, "mmd", Look(wanted.choices.lang)).decode()

    def forget(self) -> None:
        """Something else is shown."""
        self._timer.stop()
        self._work = iter(())
        self._wanted = None
        self._preview.set_leaves(1, 1, "")

    def leaf(self, by: int) -> None:
        """To another leaf."""
        wanted = self._wanted
        if wanted is None:
            return
        per_leaf = wanted.per_page if wanted.board == ".pdf" else 1
        leaf = (self._step - 1) // per_leaf + by
        if 0 <= leaf < self._leaves:
            self._step = leaf * per_leaf + 1
            self._show()

    def _show(self) -> None:
        wanted = self._wanted
        assert wanted is not None
        asks = wanted.questions and wanted.board.removeprefix(".") in ASKING
        board = Board(self.telling, wanted.choices.lang, questions=asks)
        theme = THEMES[wanted.choices.theme]
        if wanted.board == ".pdf":
            page, pages = (self._step - 1) // wanted.per_page + 1, pages_of(board, wanted.per_page)
            self._leaves = pages
            words = QCoreApplication.translate("exporting", "Page {number} of {count}")
            self._preview.set_leaves(page, pages, words.format(number=page, count=pages))
            self._work = self._painted(board, page, wanted)
            self._go_on()
            self._timer.start()
            return
        self._timer.stop()
        self._leaves = board.count
        words = QCoreApplication.translate("exporting", "Step {number} of {count}")
        self._preview.set_leaves(self._step, board.count, words.format(number=self._step, count=board.count))
        moving = wanted.board in {".gif", ".apng"}
        scene = next(pictures(board, [self._step])) if moving else board.panel(self._step).scene
        self._preview.show_scene(scene, theme, board.lang)

    def _painted(self, board: Board, page: int, wanted: Wanted) -> Iterator[None]:
        """A page with one step more each time."""
        theme, per_page = THEMES[wanted.choices.theme], wanted.per_page
        image = QImage(round(PAGE[0] * SCALE), round(PAGE[1] * SCALE), QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(SCALE)
        hints = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        with QPainter(image) as painter:
            painter.setRenderHints(hints)
            paint_paper(painter, board, page, theme, per_page)
        self._preview.show_image(image)
        yield
        for number in steps_on(board, page, per_page):
            with QPainter(image) as painter:
                painter.setRenderHints(hints)
                paint_step(painter, board, number, theme, per_page)
            self._preview.show_image(image)
            yield

    def _go_on(self) -> None:
        if next(self._work, True):
            self._timer.stop()
