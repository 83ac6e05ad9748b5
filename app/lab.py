"""Connects the page of the Lab with its benches: what the reader does goes in, what is to be shown comes out.

The widgets know no protocol and the benches no widgets; this is the only place that knows both. Everything is shown
anew after each edit, so that it does not matter where the edit came from.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication

from app.drawing.fonts import QtMeasure
from app.drawing.marks import Room, Scene
from app.figures import gallery
from app.lab_close import CloseBench
from app.lab_frame import FrameBench, row_links
from app.lab_heads import HeadsBench
from app.lab_mask import MaskBench
from app.lab_text import TextBench
from app.model.lab.frames_gallery import samples
from app.model.lab.heads_draft import TOO_LONG
from app.model.lab.limits import LabError
from app.model.lab.shown import Group, Row
from app.translate import QtWords, said
from app.widgets.lab.page import BENCHES, LabPage
from lessons.narration import rules
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.lab_bench import Bench
    from app.publishing.subjects import Subject

TOP: Final = 96.0
"""The first y of the stage below breadcrumb and title."""


def make_page() -> LabPage:
    """The page of the Lab, at work."""
    page = LabPage()
    LabDesk(page)
    return page


class LabDesk(QObject):
    """One page with its benches. What was built stays as long as the program runs."""

    def __init__(self, page: LabPage) -> None:
        super().__init__(page)
        self.page = page
        self.frame, self.heads, self.text = FrameBench(), HeadsBench(), TextBench()
        self.mask, self.close_bench = MaskBench(), CloseBench()
        self.benches: dict[str, Bench] = {
            "frame": self.frame, "heads": self.heads, "text": self.text, "mask": self.mask, "close": self.close_bench,
        }  # fmt: skip
        self.name = BENCHES[0]
        self._scene: Scene | None = None
        self._complained = False
        self._words = QtWords("en", rules.text)
        self._measure = QtMeasure("en")
        self._connect()
        self.open_bench(self.name)

    @property
    def bench(self) -> Bench:
        """The bench that is open."""
        return self.benches[self.name]

    # Showing.

    def open_bench(self, name: str) -> None:
        """Another bench; the one before stays as it is."""
        self.name = name
        self.page.stage.canvas.pin(())
        self.page.show_bench(name)
        self.show_all()

    def follow_look(self) -> None:
        """Theme or language have changed."""
        lang = self.page.look_now.lang
        self._words, self._measure = QtWords(lang, rules.text), QtMeasure(lang)
        self.show_all()

    def show_all(self) -> None:
        """Everything, from the present state of the open bench."""
        bench, words, page = self.bench, self._words, self.page
        page.navigation.set_groups(self._groups())
        page.stage.set_choices(*bench.choices(words))
        page.stage.set_views(*bench.views(words))
        page.stage.set_controls(bench.controls(words))
        pane = page.panes[self.name]
        pane.set_shown(bench.shown(words))  # type: ignore[attr-defined]  # each bench has its pane
        history = bench.history
        page.bar.set_way_back(undo=history.can_undo, redo=history.can_redo, reset=not history.is_reset)
        page.bar.set_wire(*bench.wire(words))
        page.bar.set_can_send(bench.data is not None)
        self.draw()

    def draw(self) -> None:
        """The stage, laid out for its present size."""
        bench, stage = self.bench, self.page.stage
        room = Room(self._measure, self._words, stage.canvas.room_height, top=TOP)
        scene = bench.scene(room)
        title = bench.title(self._words)
        stage.canvas.data = bench.editable
        self._scene = gallery.framed(scene, bench.crumb(self._words), title, room, stage.reserved)
        bare = replace(scene, title=title)
        stage.canvas.show_scene(bare if self.page.presenting else self._scene, animate=False)

    def _groups(self) -> tuple[Group, ...]:
        words = self._words
        names = {
            "frame": words.translate("lab", "Frame"),
            "heads": words.translate("lab", "Handshake and accept key"),
            "text": words.translate("lab", "UTF-8 and fragments"),
            "mask": words.translate("lab", "Masking"),
            "close": words.translate("lab", "Close and errors"),
        }
        benches = tuple(Row(name, names[name], current=name == self.name) for name in BENCHES)
        origin = self.frame.origin if self.name == "frame" else ""
        lists = {
            valid: tuple(
                Row(one.id, words.translate("lab", one.title), one.first_bytes, one.id == origin)
                for one in samples()
                if one.valid is valid
            )
            for valid in (True, False)
        }
        return (
            Group("bench", words.translate("lab", "Lab bench"), benches),
            Group("frame", words.translate("lab", "Valid frames"), lists[True], tight=True),
            Group("frame", words.translate("lab", "Broken on purpose"), lists[False], tight=True),
        )

    # Acting.

    def try_to(self, deed: Callable[[], object]) -> None:
        """Do it and show what came of it, or say in one sentence why it cannot be done."""
        if self._complained:  # of what was tried before
            self._complained = False
            self.page.show_message("")
        try:
            deed()
        except LabError as error:
            self._complain(error)
        self.show_all()

    def _complain(self, error: LabError) -> None:
        self._complained = True
        self.page.show_message(said(error), "error")

    def do(self, action: str) -> None:
        """An action of the bottom bar."""
        history = self.bench.history
        deeds: dict[str, Callable[[], object]] = {
            "undo": history.undo,
            "redo": history.redo,
            "reset": history.reset,
            "copy": self.copy,
            "export": self.export,
            "send": self.send,
        }
        if action in deeds:
            self.try_to(deeds[action])

    def copy(self) -> None:
        """The bytes as hex; of a bench without frames, the figure."""
        data = self.bench.data
        if data is None:
            self.page.copy_wanted.emit(self._scene)
            return
        QGuiApplication.clipboard().setText(data[0].hex(" "))
        text = QCoreApplication.translate("lab", "{count} bytes were copied as hex.")
        self.page.show_message(text.format(count=f"{len(data[0]):,}"), "done")

    def send(self) -> None:
        """To a live connection."""
        data = self.bench.data
        if data is not None and data[0]:
            self.page.send_wanted.emit(data[0], data[1] is Role.CLIENT)

    def export(self) -> None:
        """A whole frame becomes a figure for paper; any other bench is exported as it is shown."""
        self.page.figure_wanted.emit(self.subject())

    def subject(self) -> Subject:
        """What is exported."""
        from app import lab_export  # noqa: PLC0415  # when somebody exports

        height = self.page.stage.canvas.room_height
        match self.name:
            case "frame":
                return lab_export.frame_subject(self.frame, height)
            case "heads":
                return lab_export.heads_subject(self.heads, height)
            case "text":
                return lab_export.text_subject(self.text, height)
            case "mask":
                return lab_export.mask_subject(self.mask, height)
            case _:
                return lab_export.close_subject(self.close_bench, height)

    def paste(self, text: str) -> None:
        """Bytes from the clipboard."""
        self.try_to(lambda: self.bench.paste(text))

    def open_frame(self, data: bytes, from_client: bool) -> None:
        """Bytes from Live or Capture."""
        self.name = "frame"
        self.page.show_bench(self.name)
        self.try_to(lambda: self.frame.open(data, Role.CLIENT if from_client else Role.SERVER))

    def _row_chosen(self, group: str, name: str) -> None:
        if group == "bench":
            self.open_bench(name)
            return
        if self.name != "frame":
            self.open_bench("frame")
        self.try_to(lambda: self.frame.take(name))

    def _touched(self, mark_id: str) -> None:
        self.try_to(lambda: self.bench.touch(mark_id))

    def _stroke(self, on: bool) -> None:
        self.bench.history.stroke(on)

    def _hovered(self, mark_id: str) -> None:
        mark = self._scene.find(mark_id) if self._scene is not None and mark_id else None
        self.page.frame.set_linked(row_links(mark.links if mark is not None else self.page.stage.canvas.pinned))

    def _too_long(self, size: int) -> None:
        self._complain(LabError(TOO_LONG, size=f"{size:,}"))

    def _connect(self) -> None:
        page, canvas = self.page, self.page.stage.canvas
        page.navigation.chosen.connect(self._row_chosen)
        page.action_chosen.connect(self.do)
        page.text_pasted.connect(self.paste)
        page.frame_given.connect(self.open_frame)
        page.look_changed.connect(self.follow_look)
        page.stage.choice_made.connect(lambda value: self.try_to(lambda: self.bench.choose(value)))
        page.stage.view_made.connect(lambda value: self.try_to(lambda: self.bench.choose_view(value)))
        page.stage.control_changed.connect(lambda name, value: self.try_to(lambda: self.bench.control(name, value)))
        for pane in (page.frame, page.heads, page.text, page.mask_bench, page.close_bench):
            pane.edited.connect(lambda name, value: self.try_to(lambda: self.bench.edit(name, value)))
            pane.chip_chosen.connect(lambda name: self.try_to(lambda: self.bench.use_chip(name)))
            pane.hovered.connect(canvas.set_linked)
            pane.refused.connect(self._complain)
        page.heads.too_long.connect(self._too_long)
        canvas.room_changed.connect(lambda _room: self.draw())
        canvas.activated.connect(self._touched)
        canvas.hovered.connect(self._hovered)
        canvas.stroke.connect(self._stroke)
        canvas.bit_set.connect(lambda bit, value: self.try_to(lambda: self.bench.set_bit(bit, value)))
        canvas.byte_set.connect(lambda index, value: self.try_to(lambda: self.frame.set_byte(index, value)))
        canvas.byte_inserted.connect(lambda index: self.try_to(lambda: self.frame.insert_byte(index)))
        canvas.byte_removed.connect(lambda index: self.try_to(lambda: self.frame.remove_byte(index)))
        canvas.cut_moved.connect(lambda before, place: self.try_to(lambda: self.text.move_cut(before, place)))
