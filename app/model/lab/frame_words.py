"""What the bench says of its frame: title, verdict, rules, what the receiver does, and the size on the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.frame_parts import hex_text
from app.figures.tokens import opcode_word
from protocol import rules
from protocol.closing import read_close
from protocol.frames import RSV1
from protocol.vocabulary import DEFINED, Opcode, Role

if TYPE_CHECKING:
    from app.drawing.marks import Words
    from app.model.lab.frame_draft import FrameDraft
    from app.model.lab.frame_verdict import FrameVerdict, RuleLine
    from app.model.lab.outcome import Outcome

LONGEST: Final = 24
"""Characters of the payload that a title quotes."""


def quoted(payload: bytes, longest: int = LONGEST) -> str:
    """A short printable text, or nothing."""
    if not payload or len(payload) > 4 * longest:
        return ""
    try:
        text = payload.decode()
    except UnicodeDecodeError:
        return ""
    return text if text.isprintable() and len(text) <= longest else ""


def _count(words: Words, size: int) -> str:
    if size == 1:
        return words.translate("lab", "1 byte")
    return words.translate("lab", "{count} bytes").format(count=f"{size:,}")


def title(words: Words, draft: FrameDraft, verdict: FrameVerdict) -> str:
    """`Text frame “Hello”, masked`, `Ping “Hello”, two rules broken`."""
    reading = draft.reading
    if not draft.data:
        return words.translate("lab", "No bytes yet")
    if not reading.has_header:
        return words.translate("lab", "The beginning of a frame")
    broken = len(verdict.broken)
    frame = reading.frame
    if reading.missing:
        state = words.translate("lab", "not whole")
    elif broken:
        state = _broken_count(words, broken)
    elif frame.masked:
        state = words.translate("lab", "masked")
    else:
        state = words.translate("lab", "not masked")
    return words.translate("lab", "{frame}, {state}").format(frame=_subject(words, draft), state=state)


def _broken_count(words: Words, count: int) -> str:
    small = {
        1: words.translate("lab", "one rule broken"),
        2: words.translate("lab", "two rules broken"),
        3: words.translate("lab", "three rules broken"),
    }
    return small.get(count) or words.translate("lab", "{count} rules broken").format(count=count)


def _subject(words: Words, draft: FrameDraft) -> str:
    """The kind of frame and what it carries."""
    frame = draft.reading.frame
    payload = frame.payload
    if frame.opcode == Opcode.CLOSE:
        body = read_close(payload)
        if body.code is None:
            return words.translate("lab", "Close without a code") if not payload else words.translate("lab", "Close")
        name = words.translate("lab", "Close {code}").format(code=body.code)
        text = quoted(payload[2:])
    else:
        name = kind_name(words, frame.opcode)
        text = "" if frame.opcode == Opcode.BINARY else quoted(payload)
    if text:
        return words.translate("lab", "{kind} “{text}”").format(kind=name, text=text)
    if frame.opcode == Opcode.CLOSE:
        return name
    if not payload:
        return words.translate("lab", "{kind} without payload").format(kind=name)
    return words.translate("lab", "{kind} of {size}").format(kind=name, size=_count(words, len(payload)))


def kind_name(words: Words, opcode: int) -> str:
    """What a frame with this opcode is called in a title."""
    if opcode not in DEFINED:
        return words.translate("lab", "Reserved opcode 0x{opcode:x}").format(opcode=opcode)
    return {
        Opcode.CONTINUATION: words.translate("lab", "Continuation"),
        Opcode.TEXT: words.translate("lab", "Text frame"),
        Opcode.BINARY: words.translate("lab", "Binary frame"),
        Opcode.CLOSE: words.translate("lab", "Close"),
        Opcode.PING: words.translate("lab", "Ping"),
        Opcode.PONG: words.translate("lab", "Pong"),
    }[Opcode(opcode)]


def banner(words: Words, draft: FrameDraft, verdict: FrameVerdict, outcome: Outcome) -> tuple[str, str, str]:
    """The verdict: `ok`, `err` or `open`, its headline, and the line below."""
    reading, broken = draft.reading, len(verdict.broken)
    if broken:
        head = words.translate("lab", "1 violation")
        if broken > 1:
            head = words.translate("lab", "{count} violations").format(count=broken)
        return "err", head, outcome_text(words, outcome)
    if reading.missing:
        line = words.translate("lab", "at least {size} missing") if not reading.has_header else ""
        line = line or words.translate("lab", "{size} missing")
        return "open", words.translate("lab", "Not whole yet"), line.format(size=_count(words, reading.missing))
    head = words.translate("lab", "Valid client frame")
    if draft.sender is Role.SERVER:
        head = words.translate("lab", "Valid server frame")
    line = words.translate("lab", "{size}: {header} header + {payload} payload")
    size = len(reading.frame.header) + len(reading.frame.wire)
    counts = {"header": len(reading.frame.header), "payload": f"{len(reading.frame.wire):,}"}
    return "ok", head, line.format(size=_count(words, size), **counts)


def outcome_text(words: Words, outcome: Outcome) -> str:
    """What the receiver does with the frame."""
    if outcome.deed == "fails":
        return words.translate("lab", "receiver fails it: Close {code}").format(code=outcome.code)
    if outcome.deed == "delivers":
        text = quoted(outcome.payload) if outcome.opcode == Opcode.TEXT else ""
        if text:
            return words.translate("lab", "receiver delivers the text “{text}”").format(text=text)
        if outcome.opcode == Opcode.TEXT:
            said = words.translate("lab", "receiver delivers a text of {size}")
        else:
            said = words.translate("lab", "receiver delivers {size} of binary data")
        return said.format(size=_count(words, len(outcome.payload)))
    if outcome.deed == "closes":
        if outcome.code is None:
            return words.translate("lab", "receiver answers with a Close without a code")
        return words.translate("lab", "receiver answers with Close {code}").format(code=outcome.code)
    return {
        "pongs": words.translate("lab", "receiver answers with a pong that says the same"),
        "notes": words.translate("lab", "receiver takes it for a sign of life"),
        "keeps": words.translate("lab", "receiver keeps it and waits for the next fragment"),
        "waits": words.translate("lab", "receiver waits for the rest"),
    }[outcome.deed]


def rule_text(words: Words, draft: FrameDraft, line: RuleLine) -> str:
    """A rule in a few words, as it stands."""
    if line.standing == "broken":
        return _broken_text(words, draft, line)
    if line.standing == "none":
        if line.rule is rules.TEXT_UTF8:
            return words.translate("lab", "UTF-8: not a text message")
        return words.translate("lab", "Control frame limits")
    return {
        rules.FRAME_RSV.id: words.translate("lab", "RSV2 and RSV3 are 0")
        if draft.deflate
        else words.translate("lab", "RSV bits are 0, no extension"),
        rules.FRAME_RSV1.id: words.translate("lab", "RSV1 only where it may be"),
        rules.FRAME_OPCODE.id: words.translate("lab", "Opcode is defined"),
        rules.FRAME_MASKED.id: words.translate("lab", "Client frame is masked"),
        rules.FRAME_UNMASKED.id: words.translate("lab", "Server frame is not masked"),
        rules.FRAME_SHORTEST.id: words.translate("lab", "Length in its shortest form"),
        rules.FRAME_LENGTH63.id: words.translate("lab", "Top bit of the length is 0"),
        rules.FRAGMENT_ORPHAN.id: words.translate("lab", "Continues an open message"),
        rules.FRAGMENT_INTERLEAVED.id: words.translate("lab", "No other message is open"),
        rules.CONTROL_FIN.id: words.translate("lab", "Control frame is not fragmented"),
        rules.CONTROL_LENGTH.id: words.translate("lab", "Control payload is at most 125"),
        rules.CLOSE_LENGTH.id: words.translate("lab", "Body is empty or has a code"),
        rules.CLOSE_CODE.id: words.translate("lab", "The close code may be sent"),
        rules.CLOSE_UTF8.id: words.translate("lab", "The reason is valid UTF-8"),
        rules.DEFLATE_DATA.id: words.translate("lab", "The payload inflates"),
        rules.TEXT_UTF8.id: words.translate("lab", "Text is valid UTF-8"),
    }[line.rule.id]


def _broken_text(words: Words, draft: FrameDraft, line: RuleLine) -> str:
    frame = draft.reading.frame
    kind = kind_name(words, frame.opcode)
    if line.rule is rules.FRAME_RSV:
        said = words.translate("lab", "{bits} is 1, no extension")
        meaningless = frame.rsv & ~RSV1 if draft.deflate else frame.rsv
        names = [f"RSV{bit}" for bit in (1, 2, 3) if meaningless >> (3 - bit) & 1]
        return said.format(bits=", ".join(names))
    if line.rule is rules.CLOSE_CODE:
        said = words.translate("lab", "Code {code} may not be sent")
        return said.format(code=int.from_bytes(frame.payload[:2], "big"))
    text = {
        rules.FRAME_RSV1.id: words.translate("lab", "RSV1 is 1 where it may not be"),
        rules.FRAME_OPCODE.id: words.translate("lab", "Opcode 0x{opcode:x} is reserved"),
        rules.FRAME_MASKED.id: words.translate("lab", "Client frame is not masked"),
        rules.FRAME_UNMASKED.id: words.translate("lab", "Server frame is masked"),
        rules.FRAME_SHORTEST.id: words.translate("lab", "Length not in its shortest form"),
        rules.FRAME_LENGTH63.id: words.translate("lab", "Top bit of the length is 1"),
        rules.FRAME_TOO_BIG.id: words.translate("lab", "Larger than this receiver takes"),
        rules.FRAGMENT_ORPHAN.id: words.translate("lab", "No message is open to continue"),
        rules.FRAGMENT_INTERLEAVED.id: words.translate("lab", "Another message is still open"),
        rules.CONTROL_FIN.id: words.translate("lab", "{kind} with FIN 0: fragmented"),
        rules.CONTROL_LENGTH.id: words.translate("lab", "{kind} of {size}: more than 125"),
        rules.CLOSE_LENGTH.id: words.translate("lab", "Close body of one byte"),
        rules.CLOSE_UTF8.id: words.translate("lab", "The reason is not UTF-8"),
        rules.DEFLATE_DATA.id: words.translate("lab", "The payload does not inflate"),
        rules.TEXT_UTF8.id: words.translate("lab", "Text is not valid UTF-8"),
    }[line.rule.id]
    return text.format(kind=kind, opcode=frame.opcode, size=draft.reading.announced)


def wire_size(words: Words, draft: FrameDraft) -> tuple[str, tuple[tuple[str, int], ...]]:
    """What the bytes on the wire are for: one sentence, and (colour family, bytes) in wire order."""
    reading = draft.reading
    frame = reading.frame
    size, payload = reading.known, len(frame.wire)
    fixed = min(size, len(frame.header) - len(frame.key))
    key = min(size - fixed, len(frame.key))
    parts = tuple((name, count) for name, count in (("rsv", fixed), ("key", key), ("pay", payload)) if count)
    text = ""
    if frame.opcode in {Opcode.TEXT, Opcode.CONTINUATION} and not frame.rsv:
        try:
            characters = len(frame.payload.decode())
        except UnicodeDecodeError:
            characters = 0
        if characters:
            text = words.translate("lab", "{size} for {characters} characters: {parts}.")
            text = text.replace("{characters}", f"{characters:,}")
            if characters == 1:
                text = words.translate("lab", "{size} for 1 character: {parts}.")
    text = text or words.translate("lab", "{size}: {parts}.")
    if not parts:
        return words.translate("lab", "Type hex digits, click in the gallery, or paste."), ()
    names = {
        "rsv": words.translate("lab", "{count} of flags and length"),
        "key": words.translate("lab", "{count} of key"),
        "pay": words.translate("lab", "{count} of payload"),
    }
    told = [names[name].format(count=f"{count:,}") for name, count in parts]
    if told:
        told[0] = names[parts[0][0]].format(count=_count(words, parts[0][1]))
    comma = words.translate("lab", ", ")
    return text.format(size=_count(words, size), parts=comma.join(told)), parts


def surroundings(words: Words, draft: FrameDraft) -> str:
    """What the bytes hold besides this frame, or lack of it; nothing if they are just the frame."""
    reading = draft.reading
    said = []
    if draft.before:
        before = sum(map(len, draft.before))
        said.append(words.translate("lab", "{size} before it").format(size=_count(words, before)))
    if reading.missing:
        text = words.translate("lab", "{size} of it missing")
        if not reading.has_header:
            text = words.translate("lab", "at least {size} of it missing")
        said.append(text.format(size=_count(words, reading.missing)))
    if reading.rest:
        text = words.translate("lab", "{size} after it: {bytes}")
        dots = " …" if len(reading.rest) > 6 else ""
        said.append(text.format(size=_count(words, len(reading.rest)), bytes=hex_text(reading.rest[:6]) + dots))
    return words.translate("lab", ", ").join(said)


def opcode_title(words: Words, opcode: int) -> str:
    """A line of the list of opcodes: `0x1  text`."""
    return f"0x{opcode:x}  {opcode_word(words, opcode)}"
