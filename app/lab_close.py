"""The close bench at work: a Close frame, how a peer answers it, and what both programs are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from app.figures import close
from app.figures.close_codes import code_word, range_word
from app.figures.parts import peer_name
from app.lab_bench import Bench, directions
from app.lab_frame import rule_row
from app.model.lab import frame_words
from app.model.lab.close_draft import MOST_REASON, CloseDraft, run_close
from app.model.lab.frame_draft import FrameDraft
from app.model.lab.frame_verdict import judge
from app.model.lab.history import History
from app.model.lab.outcome import outcome_of
from app.model.lab.pasting import read_pasted
from app.model.lab.shown import Banner, ChipRow, CloseShown
from protocol.closing import CODES, RANGES, may_be_sent
from protocol.facts import Told
from protocol.rules import CLOSE_CODE, CLOSE_LENGTH, CLOSE_UTF8, CONTROL_LENGTH
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.drawing.marks import Room, Scene, Words
    from app.lab_bench import Choices, Wire
    from protocol.closing import CloseTold

SAMPLES: Final = {
    "done": b"\x03\xe8done", "1001": b"\x03\xe9", "empty": b"", "one": b"\x03",
    "1005": b"\x03\xed", "1006": b"\x03\xee",
    "999": b"\x03\xe7", "3000": b"\x0b\xb8", "4999": b"\x13\x87", "5000": b"\x13\x88", "latin": b"\x03\xe8Gr\xfc\xdfe",
    "124": b"\x03\xe8" + b"x" * 124,
}  # fmt: skip
CODES_VIEW, TOLD_VIEW = "codes", "told"


class CloseBench(Bench):
    """The Close frame and its history; whether the codes or what was told stands below."""

    def __init__(self) -> None:
        self.history: History[CloseDraft] = History(CloseDraft())
        self.view = CODES_VIEW

    @property
    def draft(self) -> CloseDraft:
        """The Close frame that is shown."""
        return self.history.state

    def edit(self, name: str, value: object) -> None:
        """A field of the side pane was set or typed."""
        draft = self.draft
        match name:
            case "code":
                draft = draft.with_code(cast("int | None", value))
            case "reason":
                draft = draft.with_reason(cast("bytes", value))
            case "body":
                draft = draft.with_body(cast("bytes", value))
        self.history.push(draft)

    def use_chip(self, name: str) -> None:
        """A body that is worth looking at."""
        self.history.push(self.draft.with_body(SAMPLES[name]))

    def paste(self, text: str) -> None:
        """A body from elsewhere."""
        self.history.push(self.draft.with_body(read_pasted(text)))

    def touch(self, mark_id: str) -> None:
        """A code of the strip is taken over."""
        number = mark_id.removeprefix("code.")
        if mark_id.startswith("code.") and number.isdecimal():
            self.history.push(self.draft.with_code(int(number)))

    def crumb(self, words: Words) -> str:
        """The name of the bench."""
        return words.translate("lab", "Close and errors")

    def title(self, words: Words) -> str:
        """What the frame says."""
        draft = self._frame()
        return frame_words.title(words, draft, judge(draft))

    def scene(self, room: Room) -> Scene:
        """The stage: the closing theatre."""
        facts = run_close(self.draft).facts
        cursor = len(facts)
        if self.view == CODES_VIEW:
            cursor = next((place for place, fact in enumerate(facts) if isinstance(fact, Told)), cursor)
        return close.draw(facts, cursor, "", room)

    def shown(self, words: Words) -> CloseShown:
        """The side pane."""
        draft, frame = self.draft, self._frame()
        verdict = judge(frame)
        kind, head, line = frame_words.banner(words, frame, verdict, outcome_of(frame))
        if kind == "ok":
            head, line = words.translate("lab", "Valid Close frame"), frame_words.outcome_text(words, outcome_of(frame))
        broken = {each.rule.id for each in verdict.broken}
        wanted = {CLOSE_LENGTH.id, CLOSE_CODE.id, CLOSE_UTF8.id, CONTROL_LENGTH.id}
        size = len(draft.reason)
        said = words.translate("lab", "{size} of {most} bytes").format(size=size, most=MOST_REASON)
        return CloseShown(
            banner=Banner(kind, head, line),
            rules=tuple(rule_row(words, frame, one) for one in verdict.lines if one.rule.id in wanted),
            code="" if draft.code is None else str(draft.code),
            code_note=_code_note(words, draft),
            code_fine=CLOSE_CODE.id not in broken and CLOSE_LENGTH.id not in broken,
            reason=_reason(draft.reason),
            reason_note=said,
            reason_fine=size <= MOST_REASON and CLOSE_UTF8.id not in broken,
            body=draft.body,
            body_note=words.translate("lab", "{size} of 125 bytes").format(size=len(draft.body)),
            told=_told(words, run_close(draft).told),
            chips=ChipRow("", tuple((name, _sample(words, name)) for name in SAMPLES)),
        )

    def wire(self, words: Words) -> Wire:
        """The bottom bar."""
        sentence, parts = frame_words.wire_size(words, self._frame())
        return words.translate("lab", "Wire size"), sentence, parts

    def choices(self, words: Words) -> Choices:
        """The two directions."""
        return directions(words), self.draft.sender

    def choose(self, value: object) -> None:
        """From whom the frame comes."""
        self.history.push(self.draft.with_sender(cast("Role", value)))

    def views(self, words: Words) -> Choices:
        """What stands below the theatre."""
        return (
            (CODES_VIEW, words.translate("lab", "Codes")),
            (TOLD_VIEW, words.translate("lab", "Told")),
        ), self.view

    def choose_view(self, value: object) -> None:
        """The codes, or what the programs are told."""
        self.view = cast("str", value)

    @property
    def data(self) -> tuple[bytes, Role] | None:
        """The frame."""
        return self.draft.frame, self.draft.sender

    def _frame(self) -> FrameDraft:
        return FrameDraft(self.draft.frame, self.draft.sender)


def _reason(reason: bytes) -> str | None:
    """The reason as text that can be typed again, or None."""
    try:
        text = reason.decode()
    except UnicodeDecodeError:
        return None
    return text if all(sign.isprintable() for sign in text) else None


def _code_note(words: Words, draft: CloseDraft) -> str:
    """What the code is called, and whether a Close frame may carry it."""
    code = draft.code
    if code is None:
        if draft.body:
            return words.translate("lab", "one byte is half a code")
        return words.translate("lab", "no body: the program is told 1005")
    if any(info.code == code for info in CODES):
        name = code_word(words, code)
    else:
        row = next((one for one in RANGES if one.first <= code <= one.last), None)
        name = range_word(words, row) if row is not None else words.translate("lab", "nobody’s")
    said = (
        words.translate("lab", "{name}: may be sent")
        if may_be_sent(code)
        else words.translate("lab", "{name}: may not be sent")
    )
    return said.format(name=name)


def _sample(words: Words, name: str) -> str:
    return {
        "done": words.translate("lab", "1000 “done”"),
        "empty": words.translate("lab", "no body"),
        "one": words.translate("lab", "one byte"),
        "latin": words.translate("lab", "reason in Latin-1"),
        "124": words.translate("lab", "124 bytes of reason"),
    }.get(name, name)


def _told(words: Words, told: dict[Role, CloseTold]) -> tuple[tuple[str, str], ...]:
    found = []
    for role in Role:
        one = told.get(role)
        if one is None:
            continue
        said = words.translate("lab", "{code}, clean") if one.clean else words.translate("lab", "{code}, not clean")
        if one.reason:
            said = words.translate("lab", "{code} “{reason}”, clean")
        found.append((peer_name(words, role), said.format(code=int(one.code), reason=one.reason)))
    return tuple(found)
