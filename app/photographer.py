"""Takes the pictures of the READMEs: the window in a state that is run anew, as a small PNG file."""

from __future__ import annotations

import sys
from collections import Counter
from io import BytesIO
from math import dist
from typing import TYPE_CHECKING, Final

from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.drawing.render import render_image
from app.drawing.theme import THEMES
from app.live import LiveDesk
from app.picture_traffic import DAY, LATER, CapturedFile, conversations, heard
from app.publishing.choices import Choices
from app.publishing.formats import framed
from app.publishing.subjects import FrameSubject
from app.run import make_desk
from app.settings import Settings
from app.storyboard.running import run_still
from app.widgets.live.page import LivePage
from lessons.contents import Contents
from protocol.frames import FrameReader
from protocol.ledger import FRAME
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.desk import Desk
    from app.publishing.choices import Captions
    from app.screenshots import Shot
    from lessons.order import Order
    from protocol.chorus import Played

SETTLING: Final = 20
"""How often events are taken until everything that was asked for is drawn."""

COLOURS: Final = 256

EXACT: Final = 96
"""Colours that are as they were: surfaces, lines and letters."""


class Photographer:
    """Takes the pictures of the READMEs, each in a window of its own."""

    def __init__(self) -> None:
        app = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(app, QApplication)
        app.setCursorFlashTime(0)  # else a text cursor is there in one picture and not in the next
        self._app = app
        self._course = Contents()

    def take(self, shot: Shot, lang: str) -> bytes:
        """A PNG file with a palette."""
        if shot.kind == "figure":
            return small_png(self._figure(shot, lang))
        settings = Settings(language=lang, theme=shot.theme, motion="reduced")
        desk = make_desk(self._app, self._course, _run_still, None, settings)
        try:
            return small_png(self._window(desk, shot))
        finally:
            desk.set_language("en")  # its translators are the application's: they must not outlive the picture
            desk.window.close()
            desk.window.deleteLater()

    def _window(self, desk: Desk, shot: Shot) -> QImage:
        lesson = self._course.lesson(shot.lesson or "opening-handshake")
        assert lesson is not None, shot.lesson
        desk.session.open_lesson(lesson, frozenset(shot.faults))
        desk.window.resize(*shot.size)
        desk.window.show()
        if shot.step:
            desk.session.timeline.seek(self._number(desk, shot))
        if shot.kind == "presenter":
            return self._presented(desk)
        if shot.kind == "lab":
            desk.window.go("lab")
            desk.modes.lab.open_frame(shot.frame, from_client=True)
        elif shot.kind == "live":
            return self._live(desk, shot)
        elif shot.kind == "capture":
            return self._capture(desk, shot)
        return self._grabbed(desk)

    @staticmethod
    def _number(desk: Desk, shot: Shot) -> int:
        telling = desk.session.telling
        assert telling is not None
        ids = [telling.step(number, "en").id for number in range(telling.count)]
        return ids.index(shot.step)

    def _grabbed(self, desk: Desk) -> QImage:
        for _ in range(SETTLING):
            self._app.processEvents()
        desk.canvas.finish()
        desk.window.setFocus()  # no ring around what was chosen
        self._app.processEvents()
        return desk.window.grab().toImage()

    def _presented(self, desk: Desk) -> QImage:
        size = desk.window.size()
        desk.window.present(True)
        for _ in range(SETTLING):
            self._app.processEvents()
        desk.window.resize(size)  # the screen that is none is smaller
        desk.canvas.finish()
        return desk.window.grab().toImage()

    def _live(self, desk: Desk, shot: Shot) -> QImage:
        now = DAY.timestamp()
        live = LiveDesk(LivePage(), heard(conversations(self._course, shot.talks)), now=lambda: now)
        desk.modes.live = live  # instead of one with an engine that works
        desk.window.go("live")
        live.stations.start_server()
        while live.feed.work():
            pass
        for _ in range(SETTLING):
            self._app.processEvents()
        now += LATER
        live.show_now()
        first = next(at for at in range(len(live.feed.ledger)) if live.feed.ledger.row(at).kind == FRAME)
        live.page.table.show_near(first)
        live.page.table.keep(first)
        return self._grabbed(desk)

    def _capture(self, desk: Desk, shot: Shot) -> QImage:
        with CapturedFile(conversations(self._course, shot.talks), "lecture.pcapng") as path:
            desk.modes.open_capture(path)
            capture = desk.modes.capture
            while capture.busy:
                self._app.processEvents()
            capture.go_to_finding(1)
            image = self._grabbed(desk)
            capture.close()
        return image

    def _figure(self, shot: Shot, lang: str) -> QImage:
        subject = FrameSubject(FrameReader().feed(shot.frame)[0], Role.CLIENT)
        captions: Captions = "zh_CN" if lang == "zh_CN" else "en"
        scene = framed(subject, Choices(lang=lang, captions=captions))
        return render_image(scene, THEMES[shot.theme], shot.size[0] / scene.width, lang)


def small_png(image: QImage) -> bytes:
    """With a palette: the colours that cover most are exact, every other is the nearest of those that span the rest."""
    whole = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(whole.constBits()).cast("I")
    counts = Counter(pixels)
    exact = sorted(counts, key=lambda colour: (-counts[colour], colour))[:EXACT]
    spanning = _rgb(whole).quantize(COLOURS - len(exact), Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = [_parts(colour) for colour in exact]
    palette += [(red, green, blue) for red, green, blue in zip(*[iter(spanning)] * 3, strict=True)]
    table = {colour: place for place, colour in enumerate(exact)}
    for colour in counts.keys() - table.keys():
        parts = _parts(colour)
        table[colour] = min(range(len(palette)), key=lambda place: dist(parts, palette[place]))
    picture = Image.frombytes("P", (whole.width(), whole.height()), bytes(map(table.__getitem__, pixels)))
    picture.putpalette([part for colour in palette for part in colour])
    buffer = BytesIO()
    picture.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _rgb(image: QImage) -> Image.Image:
    whole = image.convertToFormat(QImage.Format.Format_RGB888)
    size = whole.width(), whole.height()
    return Image.frombytes("RGB", size, bytes(whole.constBits()), "raw", "RGB", whole.bytesPerLine())


def _parts(colour: int) -> tuple[int, int, int]:
    return colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF


def _run_still(order: Order, done: Callable[[Played | Exception], None]) -> None:
    done(run_still(order))
