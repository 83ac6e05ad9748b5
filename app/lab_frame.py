"""The frame bench at work: what the reader does to the frame, and what is shown of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from app.figures import lab_frame
from app.figures.frame_spoken import meaning
from app.figures.tokens import field_link
from app.lab_bench import Bench, directions
from app.model.lab import frame_words
from app.model.lab.frame_chips import breaking, repairing
from app.model.lab.frame_draft import FrameDraft
from app.model.lab.frame_verdict import judge
from app.model.lab.frames_gallery import FIRST, sample
from app.model.lab.history import History
from app.model.lab.outcome import outcome_of
from app.model.lab.pasting import read_pasted
from app.model.lab.shown import Banner, ChipRow, FrameShown, RuleRow
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.drawing.marks import Room, Scene, Words
    from app.lab_bench import Choices, Wire
    from app.model.lab.frame_chips import FrameChip
    from app.model.lab.frame_verdict import FrameVerdict, RuleLine
    from protocol.frames import LengthForm

FIELDS: Final = (("FIN", 0, 1), ("RSV1", 1, 2), ("RSV2", 2, 3), ("RSV3", 3, 4), ("opcode", 4, 8), ("MASK", 8, 9))
LONG: Final = 100_000
"""A length from here on has so many digits that few words fit beside it."""
MOST_LINKS: Final = 96
"""How many bits a rule rings at most."""
NEXT, BACK = "frame.next", "frame.back"


class FrameBench(Bench):
    """The frame, its history, and the sample of the gallery from which it was made (empty: it came from elsewhere)."""

    def __init__(self) -> None:
        self.history: History[FrameDraft] = History(sample(FIRST).draft)
        self.origin = FIRST
        self._chips: dict[str, FrameDraft] = {}

    @property
    def draft(self) -> FrameDraft:
        """The frame that is shown."""
        return self.history.state

    # What the reader does. LabError if it cannot be.

    def take(self, name: str) -> None:
        """A frame of the gallery."""
        self.origin = name
        self.history.begin(sample(name).draft)

    def open(self, data: bytes, sender: Role) -> None:
        """Bytes from elsewhere, in the circumstances of the bench."""
        empty = FrameDraft(b"", sender, self.draft.deflate)
        draft = empty.with_data(data)
        self.origin = ""
        self.history.begin(draft)

    def paste(self, text: str) -> None:
        """Bytes as text, from the sender that the bench shows."""
        self.open(read_pasted(text), self.draft.sender)

    def edit(self, name: str, value: object) -> None:
        """A field of the inspector was set or typed."""
        draft = self.draft
        match name:
            case "fin":
                draft = draft.with_fin(bool(value))
            case "rsv":
                draft = draft.with_rsv(cast("int", value))
            case "opcode":
                draft = draft.with_opcode(cast("int", value))
            case "mask":
                draft = draft.with_mask(bool(value))
            case "key":
                draft = draft.with_key(cast("bytes", value))
            case "key text":
                draft = draft.with_key(read_pasted(cast("str", value)))
            case "payload":
                draft = draft.with_payload(cast("bytes", value))
            case "form":
                draft = draft.with_form(cast("LengthForm | None", value))
            case "length":
                draft = draft.with_length(cast("int | None", value))
            case "deflate" | "inside":
                draft = draft.standing(**{name: bool(value)})
        self.history.push(draft)

    def choose(self, value: object) -> None:
        """From whom the bytes come."""
        self.history.push(self.draft.with_sender(cast("Role", value)))

    def set_bit(self, bit: int, value: int) -> None:
        """A bit was turned over or painted."""
        self.history.push(self.draft.with_bit(bit, value))

    def set_byte(self, index: int, value: int) -> None:
        """A byte was typed."""
        self.history.push(self.draft.with_byte(index, value))

    def insert_byte(self, index: int) -> None:
        """A byte was added."""
        self.history.push(self.draft.with_inserted(index))

    def remove_byte(self, index: int) -> None:
        """A byte was removed."""
        self.history.push(self.draft.without_byte(index))

    def use_chip(self, name: str) -> None:
        """One click: break, repair, the next frame or the one before."""
        if name == NEXT:
            self.history.push(self.draft.on_to_rest())
        elif name == BACK:
            self.history.push(self.draft.back_to_before())
        elif name in self._chips:
            self.history.push(self._chips[name])

    # What is shown.

    def crumb(self, words: Words) -> str:
        """The name of the bench."""
        return words.translate("lab", "Frame lab")

    def title(self, words: Words) -> str:
        """The headline of the stage."""
        return frame_words.title(words, self.draft, judge(self.draft))

    def scene(self, room: Room) -> Scene:
        """The stage."""
        draft = self.draft
        reading = draft.reading
        broken = tuple(line.violation for line in judge(draft).broken if line.violation is not None)
        around = frame_words.surroundings(room.words, draft)
        bench = lab_frame.Bench(reading.frame, draft.sender, reading.known, reading.missing, broken, around)
        return lab_frame.draw(bench, room)

    def shown(self, words: Words) -> FrameShown:
        """The inspector."""
        draft, verdict = self.draft, judge(self.draft)
        reading = draft.reading
        frame = reading.frame
        outcome = outcome_of(draft)
        kind, head, line = frame_words.banner(words, draft, verdict, outcome)
        said = frame_words.outcome_text(words, outcome)
        extended = frame.length_form != 7
        return FrameShown(
            banner=Banner(kind, head, line),
            outcome=said if kind == "ok" else "",
            rules=_rule_rows(words, draft, verdict),
            fin=int(frame.fin),
            rsv=frame.rsv,
            opcode=frame.opcode,
            masked=int(frame.masked),
            fin_note=words.translate("lab", "last fragment") if frame.fin else words.translate("lab", "more to come"),
            mask_note=words.translate("lab", "masked") if frame.masked else words.translate("lab", "not masked"),
            length=str(max(0, reading.announced)),
            length_note=_length_note(words, draft),
            form=draft.form,
            set_length=draft.set_length,
            extended_note=_extended_note(words, draft),
            extended=extended,
            key=frame.key if frame.masked and reading.has_header else b"",
            payload=draft.body,
            payload_note=_size(words, len(draft.body)),
            chips=self._chip_row(words, verdict),
            more=_more(words, draft),
            deflate=draft.deflate,
            inside=draft.inside,
            names=_names(words, draft),
            broken=_broken_fields(verdict),
            opcodes=tuple(frame_words.opcode_title(words, opcode) for opcode in range(16)),
        )

    def wire(self, words: Words) -> Wire:
        """The bottom bar."""
        sentence, parts = frame_words.wire_size(words, self.draft)
        return words.translate("lab", "Wire size"), sentence, parts

    def choices(self, words: Words) -> Choices:
        """The two directions."""
        return directions(words), self.draft.sender

    @property
    def data(self) -> tuple[bytes, Role] | None:
        """All bytes, the frames before and after the shown one included."""
        return self.draft.everything, self.draft.sender

    @property
    def editable(self) -> bytes | None:
        """The bytes of the frame that is shown."""
        return self.draft.data[: self.draft.reading.known]

    def _chip_row(self, words: Words, verdict: FrameVerdict) -> ChipRow:
        draft = self.draft
        if not draft.data:
            self._chips = {}
            return ChipRow()
        broken = bool(verdict.broken) or draft.set_length
        chips = repairing(draft) if broken else breaking(draft)
        self._chips = {chip.id: chip.draft for chip in chips}
        head = words.translate("lab", "Repair:") if broken else words.translate("lab", "Break it:")
        return ChipRow(head, tuple((chip.id, _chip_text(words, chip)) for chip in chips))


def _chip_text(words: Words, chip: FrameChip) -> str:
    return words.translate("lab", chip.text).format(**dict(chip.values))


def _more(words: Words, draft: FrameDraft) -> ChipRow:
    """Whether there are other frames in the bytes."""
    chips = []
    if draft.before:
        chips.append((BACK, words.translate("lab", "the one before")))
    if draft.reading.rest:
        chips.append((NEXT, words.translate("lab", "the next one")))
    return ChipRow(words.translate("lab", "Other frames:"), tuple(chips)) if chips else ChipRow()


def _size(words: Words, count: int) -> str:
    if count == 1:
        return words.translate("lab", "1 byte")
    return words.translate("lab", "{count} bytes").format(count=f"{count:,}")


def _rule_rows(words: Words, draft: FrameDraft, verdict: FrameVerdict) -> tuple[RuleRow, ...]:
    return tuple(rule_row(words, draft, line) for line in verdict.lines)


def rule_row(words: Words, draft: FrameDraft, line: RuleLine) -> RuleRow:
    """One rule as the pane shows it."""
    standings = {
        "holds": words.translate("lab", "Holds: {rule}. {cited}"),
        "broken": words.translate("lab", "Broken: {rule}. {cited}"),
        "open": words.translate("lab", "Not to be said yet: {rule}. {cited}"),
        "none": words.translate("lab", "Does not apply here: {rule}. {cited}"),
    }
    rule = line.rule
    spoken = standings[line.standing].format(rule=words.rule(rule.id), cited=rule.cited)
    start, stop = line.start, line.stop
    if line.violation is not None and line.violation.width:
        start, stop = line.violation.start_bit, line.violation.start_bit + line.violation.width
    bits = tuple(f"bit:{bit}" for bit in range(start, min(stop, start + MOST_LINKS)))
    clause = rule.clause if rule.rfc == 6455 else f"{rule.rfc} §{rule.section}"
    text = frame_words.rule_text(words, draft, line)
    return RuleRow(rule.id, line.standing, text, clause, spoken, (f"rule:{rule.id}", *bits))


def _length_note(words: Words, draft: FrameDraft) -> str:
    bits = {
        7: words.translate("lab", "7 bits"),
        16: words.translate("lab", "16 bits"),
        64: words.translate("lab", "64 bits"),
    }[draft.reading.frame.length_form]
    if draft.reading.announced >= LONG:
        return bits  # the number itself needs the room
    if draft.set_length:
        return words.translate("lab", "{bits}, set by hand").format(bits=bits)
    if draft.form is not None:
        return words.translate("lab", "{bits}, chosen").format(bits=bits)
    return words.translate("lab", "{bits}, automatic").format(bits=bits)


def _extended_note(words: Words, draft: FrameDraft) -> str:
    frame, reading = draft.reading.frame, draft.reading
    if frame.length_form == 7:
        return words.translate("lab", "absent: {length} < 126").format(length=max(0, reading.announced))
    stop = 2 + frame.length_form // 8
    data = draft.data[2:stop].hex(" ") if frame.length_form == 16 else draft.data[2:stop].hex().lstrip("0") or "0"
    if frame.length_form == 64:
        return words.translate("lab", "8 bytes: 0x{hex}").format(hex=data)
    return words.translate("lab", "2 bytes: {hex}").format(hex=data)


def _names(words: Words, draft: FrameDraft) -> tuple[str, str, str, str, str]:
    """The accessible names of FIN, MASK, RSV1, RSV2 and RSV3: `MASK, bit 8, value 1. Set on every frame ...`"""
    frame = draft.reading.frame
    said = words.translate("lab", "{field}, bit {bit}, value {value}. {meaning}")

    def name(field: str, bit: int, value: int) -> str:
        return said.format(field=field, bit=bit, value=value, meaning=meaning(words, field, frame, draft.sender)[0])

    rsv = [name(f"RSV{place}", place, frame.rsv >> (3 - place) & 1) for place in (1, 2, 3)]
    return name("FIN", 0, int(frame.fin)), name("MASK", 8, int(frame.masked)), rsv[0], rsv[1], rsv[2]


def _broken_fields(verdict: FrameVerdict) -> frozenset[str]:
    found = set()
    for line in verdict.broken:
        assert line.violation is not None
        start, stop = line.violation.start_bit, line.violation.start_bit + line.violation.width
        found |= {name for name, first, last in FIELDS if first < stop and start < last}
    return frozenset(found)


def row_links(links: tuple[str, ...]) -> tuple[str, ...]:
    """The links of a mark, with the rows of the inspector that they mean: the three RSV bits are one row."""
    rsv = {field_link(f"RSV{place}") for place in (1, 2, 3)}
    return (*links, field_link("RSV1-3")) if rsv & set(links) else links
