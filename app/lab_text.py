"""The UTF-8 and fragmentation bench at work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from app.figures import lab_text
from app.lab_bench import Bench, directions
from app.model.control import Control
from app.model.lab.history import History
from app.model.lab.pasting import read_pasted
from app.model.lab.shown import Banner, ChipRow, Fragment, RuleRow, TextShown
from app.model.lab.text_draft import SAMPLE, TextDraft, run_text, state_at, steps
from protocol.rules import TEXT_UTF8
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.drawing.marks import Room, Scene, Words
    from app.lab_bench import Choices, Wire
    from app.model.lab.text_draft import Step, TextRun

SAMPLES: Final = {
    "valid": SAMPLE,
    "latin-1": "Grüße".encode("latin-1"),
    "c0 af": b"..\xc0\xaf",
    "surrogate": b"\xed\xa0\xbd\xed\xb8\x80",
    "beyond": b"ok \xf4\x90\x80\x80",
    "cut off": "Grüße 猫".encode()[:-1],
}
MOST_STATES: Final = 64
_MARK: Final = re.compile(r"^(cut|byte|strip)\.(\d+)$")


class TextBench(Bench):
    """The message and its history; `at` is the byte up to which the validator is shown."""

    def __init__(self) -> None:
        self.history: History[TextDraft] = History(TextDraft())
        self._at: int | None = None

    @property
    def draft(self) -> TextDraft:
        """The message that is shown."""
        return self.history.state

    @property
    def at(self) -> int:
        """The byte up to which the validator has read: the chosen one, the first bad one, or the last."""
        last = max(0, len(self.draft.payload) - 1)
        if self._at is not None:
            return min(self._at, last)
        bad = None if self.draft.binary else state_at(self.draft.payload).bad
        return last if bad is None else bad

    def edit(self, name: str, value: object) -> None:
        """A field of the side pane was set or typed."""
        draft = self.draft
        match name:
            case "payload":
                draft = draft.with_payload(cast("bytes", value))
                self._at = None
            case "binary":
                draft = draft.with_binary(bool(value))
            case "move":
                number, by = cast("tuple[int, int]", value)
                if number < len(draft.cuts):
                    draft = draft.with_moved(number, draft.cuts[number] + by)
        self.history.push(draft)

    def move_cut(self, before: int, place: int) -> None:
        """A cut was dragged."""
        if before in self.draft.cuts:
            self.history.push(self.draft.with_moved(self.draft.cuts.index(before), place))

    def use_chip(self, name: str) -> None:
        """A sample, one frame, or a frame for each byte."""
        if name == "none":
            self.history.push(self.draft.with_no_cuts())
        elif name == "every":
            self.history.push(self.draft.with_every_cut())
        elif name in SAMPLES:
            self._at = None
            self.history.push(self.draft.with_payload(SAMPLES[name]))

    def paste(self, text: str) -> None:
        """Bytes if they can be read as such, else the text itself."""
        self._at = None
        self.history.push(self.draft.with_payload(read_pasted(text)))

    def touch(self, mark_id: str) -> None:
        """A place between two bytes is cut or joined; a byte is read up to."""
        match = _MARK.match(mark_id)
        if match is None:
            return
        number = int(match[2])
        if match[1] == "cut":
            self.history.push(self.draft.with_cut(number))
        else:
            self._at = number

    def crumb(self, words: Words) -> str:
        """The name of the bench."""
        return words.translate("lab", "UTF-8 and fragments")

    def title(self, words: Words) -> str:
        """How the message comes out."""
        run = run_text(self.draft)
        if run.broken is not None:
            if run.broken.rule is TEXT_UTF8 and state_at(self.draft.payload).bad is None:
                return words.translate("lab", "The message ends inside a character")
            bad = state_at(self.draft.payload).bad
            return words.translate("lab", "Byte {index} is not UTF-8").format(index=bad)
        count = len(self.draft.pieces)
        if count == 1:
            return words.translate("lab", "A message in one frame")
        return words.translate("lab", "A message in {count} fragments").format(count=count)

    def scene(self, room: Room) -> Scene:
        """The stage."""
        draft = self.draft
        bad = None if draft.binary else state_at(draft.payload).bad
        strip = lab_text.Strip(draft.payload, draft.cuts, self.at, bad, draft.sender)
        return lab_text.draw(strip, run_text(draft).facts, room)

    def shown(self, words: Words) -> TextShown:
        """The side pane."""
        draft, run = self.draft, run_text(self.draft)
        size = len(draft.payload)
        note = (
            words.translate("lab", "1 byte")
            if size == 1
            else words.translate("lab", "{count} bytes").format(count=size)
        )
        chips = (
            ("none", words.translate("lab", "one frame")), ("every", words.translate("lab", "a frame for each byte")),
        )  # fmt: skip
        names = {
            "valid": words.translate("lab", "valid"), "latin-1": "Latin-1", "c0 af": "C0 AF",
            "surrogate": words.translate("lab", "surrogates"), "beyond": "F4 90",
            "cut off": words.translate("lab", "cut off"),
        }  # fmt: skip
        return TextShown(
            banner=_banner(words, draft, run),
            payload=draft.payload,
            payload_note=note,
            binary=draft.binary,
            fragments=tuple(_fragment(words, draft, place) for place in range(len(draft.pieces))),
            chips=ChipRow("", chips),
            samples=ChipRow("", tuple((name, names[name]) for name in SAMPLES)),
            states=() if draft.binary else _states(words, draft, run.broken is not None),
        )

    def wire(self, words: Words) -> Wire:
        """The bottom bar: what the cuts cost."""
        draft = self.draft
        frames = draft.frames()
        payload = len(draft.payload)
        size = sum(map(len, frames))
        key = 4 * len(frames) if draft.sender is Role.CLIENT else 0
        flags = size - payload - key
        said = words.translate(
            "lab", "{size} bytes in {count} frames: {flags} of flags and length, {key} of keys, {payload} of payload."
        )
        sentence = said.format(size=size, count=len(frames), flags=flags, key=key, payload=payload)
        parts = tuple((name, count) for name, count in (("rsv", flags), ("key", key), ("pay", payload)) if count)
        return words.translate("lab", "Wire size"), sentence, parts

    def choices(self, words: Words) -> Choices:
        """The two directions."""
        return directions(words), self.draft.sender

    def choose(self, value: object) -> None:
        """From whom the message comes."""
        self.history.push(self.draft.with_sender(cast("Role", value)))

    def controls(self, words: Words) -> tuple[Control, ...]:
        """The byte up to which the validator has read."""
        last = len(self.draft.payload) - 1
        if last < 1:
            return ()
        return (Control("byte", words.translate("lab", "Byte"), "stepper", self.at, 0, last),)

    def control(self, name: str, value: int) -> None:
        """Another byte."""
        if name == "byte":
            self._at = value

    @property
    def data(self) -> tuple[bytes, Role] | None:
        """All frames."""
        return b"".join(self.draft.frames()), self.draft.sender


def _banner(words: Words, draft: TextDraft, run: TextRun) -> Banner:
    if run.broken is not None:
        line = words.translate("lab", "receiver fails it: Close {code}").format(code=run.broken.rule.close_code)
        return Banner("err", words.translate("lab", "Not valid UTF-8"), line)
    if draft.binary:
        return Banner("ok", words.translate("lab", "Valid message"), words.translate("lab", "binary is any bytes"))
    count = len(draft.payload.decode("utf-8", "replace"))
    line = words.translate("lab", "{characters} characters in {size} bytes").format(
        characters=count, size=len(draft.payload)
    )
    return Banner("ok", words.translate("lab", "Valid UTF-8"), line)


def _fragment(words: Words, draft: TextDraft, place: int) -> Fragment:
    title = words.translate("lab", "fragment {number}").format(number=place + 1)
    piece = draft.pieces[place]
    last = place == len(draft.cuts)
    said = words.translate("lab", "FIN {fin}, {size} bytes").format(fin=int(last), size=len(piece))
    if len(piece) == 1:
        said = words.translate("lab", "FIN {fin}, 1 byte").format(fin=int(last))
    return Fragment(title, said, not last)


def _states(words: Words, draft: TextDraft, broken: bool) -> tuple[RuleRow, ...]:
    """One row for each byte: what the validator knows after it."""
    rows = []
    last = len(draft.payload) - 1
    for index, step in enumerate(steps(draft.payload[:MOST_STATES])):
        cut_off = index == last and broken and bool(step.pending)
        standing = "broken" if step.is_bad or cut_off else "open" if step.pending else "holds"
        text = f"{index}:  {draft.payload[index]:02x}  {_step_text(words, step)}"
        rows.append(RuleRow(str(index), standing, text, "", text, (f"byte:{index}",)))
    return tuple(rows)


def _step_text(words: Words, step: Step) -> str:
    if step.is_bad:
        return words.translate("lab", "no text has it here")
    if step.pending:
        said = words.translate("lab", "{here} of {size} of a character")
        return said.format(here=step.pending, size=step.size)
    return words.translate("lab", "between two characters")
