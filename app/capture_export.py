"""What can be taken out of Capture: the referee's report, and connections as pcapng, HAR or recordings.

Files are asked for in the window and written in another thread; each replaces what was there whole or not at all.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.files.har_out import write_har
from app.files.pcapng_out import write_pcapng
from app.files.saving import replaced
from app.reasons import QT_TRANSLATE_NOOP
from lessons.narration.verdicts import summary_lines
from protocol.summary import summary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from protocol.ledger import Ledger
    from protocol.talk import Talk


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: what it is called in the menu (context `capture`), its suffix, and whether it is about the whole
    file rather than about connections."""

    id: str
    words: str
    suffix: str
    whole: bool = False


FORMATS: Final = (
    Format("text", QT_TRANSLATE_NOOP("capture", "Report as text…"), "txt", whole=True),
    Format("json", QT_TRANSLATE_NOOP("capture", "Report as JSON…"), "json", whole=True),
    Format("pcapng", QT_TRANSLATE_NOOP("capture", "Packets, for Wireshark (pcapng)…"), "pcapng"),
    Format("har", QT_TRANSLATE_NOOP("capture", "Messages, for a browser (HAR)…"), "har"),
    Format("jsonl", QT_TRANSLATE_NOOP("capture", "Recording (JSON lines)…"), "jsonl"),
)


def format_words(chosen: Format) -> str:
    """What a format is called in the menu."""
    return QCoreApplication.translate("capture", chosen.words)


def writer(chosen: Format, ledger: Ledger, talks: Sequence[Talk], lang: str) -> Callable[[Path], Path]:
    """What writes the file; it gives the path of what was written, and raises OSError."""
    return {
        "text": lambda path: _text(path, ledger, lang),
        "json": lambda path: _json(path, ledger),
        "pcapng": lambda path: _with(write_pcapng, path, talks),
        "har": lambda path: _with(write_har, path, talks),
        "jsonl": lambda path: _recordings(path, talks),
    }[chosen.id]


def _with(write: Callable[[Path, Sequence[Talk]], None], path: Path, talks: Sequence[Talk]) -> Path:
    write(path, talks)
    return path


def _text(path: Path, ledger: Ledger, lang: str) -> Path:
    with replaced(path) as file:
        file.writelines(f"{line}\n".encode() for line in summary_lines(summary(ledger), lang))
    return path


def _json(path: Path, ledger: Ledger) -> Path:
    with replaced(path) as file:
        file.write(json.dumps(summary(ledger).document(), ensure_ascii=False, indent=1).encode() + b"\n")
    return path


def _recordings(path: Path, talks: Sequence[Talk]) -> Path:
    """Our own format holds one connection: of several, each has its number in the name."""
    for talk in talks:
        own = path if len(talks) == 1 else path.with_name(f"{path.stem}.{talk.number}{path.suffix}")
        talk.recording.save(own)
    return path
