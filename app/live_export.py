"""Recordings of Live to files: asked for in the window, written in another thread.

Our own format holds one connection; of several, the second and all after it get a number (`live.2.jsonl`). The others
hold all of them. What comes while a file is written is not in it.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from app.network.journal import numbered
from app.reasons import QT_TRANSLATE_NOOP, SaidError, reason
from protocol.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.live import LiveDesk
    from protocol.talk import Talk


class SaveError(SaidError):
    """A file could not be written; the text is one whole sentence."""

    context = "LiveDesk"


UNWRITTEN: Final = QT_TRANSLATE_NOOP("LiveDesk", "{path} cannot be written: {reason}.")


def save_recordings(path: Path, talks: Sequence[Talk]) -> None:
    """Each connection in a file of its own. Raises OSError."""
    for count, talk in enumerate(talks, 1):
        talk.recording.save(numbered(path, count))


def _save_pcapng(path: Path, talks: Sequence[Talk]) -> None:
    from app.files.pcapng_out import write_pcapng  # noqa: PLC0415 - when somebody exports

    write_pcapng(path, talks)


def _save_har(path: Path, talks: Sequence[Talk]) -> None:
    from app.files.har_out import write_har  # noqa: PLC0415  # when somebody exports

    write_har(path, talks)


WRITERS: Final[dict[str, Callable[[Path, Sequence[Talk]], None]]] = {
    ".jsonl": save_recordings,
    ".pcapng": _save_pcapng,
    ".har": _save_har,
}
"""By suffix; a name with another one is our own recording."""


def snapshot(talks: Sequence[Talk], lengths: Sequence[int]) -> list[Talk]:
    """Copies that do not grow: the first so many entries of each."""
    ledger = Ledger()
    copies = []
    for talk, length in zip(talks, lengths, strict=True):
        copy = ledger.begin(talk.setup, reads=talk.recording.reads, name=talk.name)
        for entry in talk.recording.fork(length):
            copy.entry(entry)
        copies.append(copy)
    return copies


def write(path: Path, talks: Sequence[Talk], lengths: Sequence[int]) -> Path:
    """Write these connections as they were; SaveError says what hindered it."""
    try:
        WRITERS.get(path.suffix.lower(), save_recordings)(path, snapshot(talks, lengths))
    except OSError as error:
        raise SaveError(UNWRITTEN, path=str(path), reason=reason(error)) from None
    return path


def ask_and_save(desk: LiveDesk, talks: Sequence[Talk]) -> None:
    """Ask for a name, and write these connections to it."""
    if not talks:
        return
    kinds = {
        QCoreApplication.translate("LiveDesk", "Recording (*.jsonl)"): "jsonl",
        QCoreApplication.translate("LiveDesk", "Wireshark capture (*.pcapng)"): "pcapng",
        QCoreApplication.translate("LiveDesk", "HTTP archive (*.har)"): "har",
    }
    dialog = QFileDialog(desk.page, QCoreApplication.translate("LiveDesk", "Export the recording"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile("live.jsonl")
    dialog.setNameFilters(list(kinds))
    dialog.setDefaultSuffix("jsonl")
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(kinds.get(chosen, "jsonl")))
    dialog.fileSelected.connect(lambda name: save(desk, talks, Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def save(desk: LiveDesk, talks: Sequence[Talk], path: Path) -> None:
    """Write in the background; a sentence says how it went."""
    said = QCoreApplication.translate("LiveDesk", "{path} was written.")
    lengths = tuple(len(talk.recording) for talk in talks)
    desk.in_background(
        partial(write, path, tuple(talks), lengths),
        lambda written: desk.page.message.emit(said.format(path=written), "done"),
    )
