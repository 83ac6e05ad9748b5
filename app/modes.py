"""The modes beside the course: which page each has, built at its first visit, and what one page asks of another.

Lab      send a frame        -> Live, which throws it at a peer
Live     open in the Lab     -> Lab;   a journal that a crash left behind -> Capture
Capture  open in the Lab     -> Lab;   step through a connection          -> Learn
"""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject

from app.actions import CAPTURE, LAB, LIVE
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.capture import CaptureDesk
    from app.desk import Desk
    from app.live import LiveDesk
    from app.publishing.subjects import Subject
    from app.publishing.whole import Whole
    from app.widgets.lab.page import LabPage
    from app.widgets.message_strip import MessageKind
    from protocol.recording import Recording

GOODBYE: Final = 2.0
"""Seconds that the peers of Live have to answer 1001 when the window closes."""

NAMES: Final = {"lab": LAB, "live": LIVE, "capture": CAPTURE}
"""What the modes beside the course are called."""


class Modes(QObject):
    """The desks of the modes that were visited, beside the desk of the course."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._said = ""
        window = desk.window
        window.offer("lab", lambda: self.lab)
        window.offer("live", lambda: self.live.page)
        window.offer("capture", lambda: self.capture.page)
        window.closing.connect(self.close)
        window.mode_changed.connect(self._entitle)
        window.mode_changed.connect(self._fall_silent)
        desk.session.opened.connect(self._entitle)
        desk.session.changed.connect(self._entitle)

    # Modules are imported when somebody goes there, not before the window stands.

    @cached_property
    def lab(self) -> LabPage:
        """The Lab."""
        from app.lab import make_page  # noqa: PLC0415  # at the first visit of its mode

        page = make_page()
        page.message.connect(self._say)
        page.send_wanted.connect(self.throw)
        page.figure_wanted.connect(self.export)
        page.copy_wanted.connect(lambda scene: self._desk.exporting.copy(scene, self._desk.session.lang))
        return page

    @cached_property
    def live(self) -> LiveDesk:
        """Live, with its engine running."""
        from app.live import live_desk  # noqa: PLC0415  # at the first visit of its mode

        live = live_desk()
        live.page.message.connect(self._say)
        live.page.lab_wanted.connect(self.examine)
        live.page.figure_wanted.connect(self.export)
        live.page.open_wanted.connect(lambda path: self.open_capture(Path(path)))
        return live

    @cached_property
    def capture(self) -> CaptureDesk:
        """Capture, without a file."""
        from app.capture import CaptureDesk  # noqa: PLC0415  # at the first visit of its mode
        from app.widgets.capture.page import CapturePage  # noqa: PLC0415  # at the first visit of its mode

        capture = CaptureDesk(CapturePage())
        capture.page.message.connect(self._say)
        capture.page.lab_wanted.connect(self.examine)
        capture.page.figure_wanted.connect(self.export)
        capture.page.story_wanted.connect(self.tell)
        return capture

    # From one page to another.

    def export(self, subject: Subject, whole: Whole | None = None) -> None:
        """Take a figure of a page away."""
        self._desk.exporting.ask(subject, self._desk.session.lang, whole)

    def examine(self, data: bytes, who: Role) -> None:
        """Put the bytes of a frame on the bench."""
        self._desk.window.go("lab")
        self.lab.open_frame(data, who is Role.CLIENT)

    def throw(self, data: bytes, from_client: bool) -> None:
        """Send bytes from the bench as they are, and show what the peer makes of them."""
        self._desk.window.go("live")
        self.live.throw(data, Role.CLIENT if from_client else Role.SERVER)

    def open_capture(self, path: Path) -> None:
        """Open a file in Capture."""
        self._desk.window.go("capture")
        self.capture.open(path)

    def tell(self, recording: Recording) -> None:
        """Step through one connection as through a lesson."""
        setup = recording.setup
        self._desk.window.go("learn")
        self._desk.session.open_talk(f"{setup.client} – {setup.server}", recording)

    def _say(self, sentence: str, kind: MessageKind) -> None:
        """What a page has to say."""
        self._said = sentence
        self._desk.window.show_message(sentence, kind)

    def _fall_silent(self) -> None:
        """What a page has said is about itself: it goes when another comes."""
        if self._said and self._desk.window.message.words.text() == self._said:
            self._desk.window.clear_message()
        self._said = ""

    def _entitle(self) -> None:
        """The window is called after its mode, in Learn after what is told there."""
        window, session = self._desk.window, self._desk.session
        if window.pages.mode in NAMES:
            name = QCoreApplication.translate("actions", NAMES[window.pages.mode])
        elif session.telling is not None:
            name = session.telling.title(session.lang)
        else:
            return
        window.setWindowTitle(f"{name} – WebSocket 101")

    def close(self) -> None:
        """The window closes: everybody in Live is told 1001, and what was begun comes to an end."""
        built = self.__dict__
        if "capture" in built:
            self.capture.close()
        if "live" in built:
            with suppress(TimeoutError):  # whoever does not answer is left
                self.live.close().result(GOODBYE)
