"""What an experiment shows, as the figure `myth` sees it: the facts that are known, and rows of what was seen.

An evidence function reads a `Seen` and gives an `Evidence`. A value that is not known yet is empty; the rows are the
same at every moment, so that nothing jumps.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.figures.parts import told_text
from protocol.closing import read_close
from protocol.facts import Broke, FrameSent, HeadSent, MessageArrived, TcpEnded, Told
from protocol.http11 import Request, Response
from protocol.vocabulary import Opcode, Role, is_control

if TYPE_CHECKING:
    from app.drawing.marks import Words
    from protocol.chorus import Chorus, Values
    from protocol.fragments import Message
    from protocol.frames import Frame
    from protocol.knowledge import Facts


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was seen: what it is, in the reader's language, and its value, empty while it is not known."""

    label: str
    value: str = ""
    mono: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """All rows, the frame whose bytes are shown if there is one, and whether this run bears out the verdict."""

    rows: tuple[Row, ...]
    shows: bool
    strip: tuple[Frame, Role] | None = None

    @property
    def complete(self) -> bool:
        """Whether everything that was to be seen has been seen."""
        return self.shows and all(row.value for row in self.rows)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of the run now; `over` when nothing more will come."""

    facts: Facts
    chorus: Chorus
    words: Words
    over: bool

    @property
    def request(self) -> Request | None:
        """The client's head."""
        fact = self.facts.get("request.sent")
        return fact.head if isinstance(fact, HeadSent) and isinstance(fact.head, Request) else None

    @property
    def response(self) -> Response | None:
        """The server's head."""
        fact = self.facts.get("response.sent")
        return fact.head if isinstance(fact, HeadSent) and isinstance(fact.head, Response) else None

    @property
    def answer(self) -> str:
        """Its status and reason."""
        return f"{self.response.status} {self.response.reason}" if self.response is not None else ""

    def sent(self, who: Role, number: int) -> Frame | None:
        """A frame that has been sent."""
        fact = self.facts.get(f"{who.value}.frame.{number}.sent")
        return fact.frame if isinstance(fact, FrameSent) else None

    def frames(self, who: Role | None = None, *opcodes: int) -> list[FrameSent]:
        """All frames of one side or of both, with one of the opcodes if there are any."""
        sent = self.facts.of(FrameSent)
        return [one for one in sent if (who is None or one.who is who) and (not opcodes or one.frame.opcode in opcodes)]

    def data(self, who: Role) -> list[Frame]:
        """The data frames of one side."""
        return [one.frame for one in self.frames(who) if not is_control(one.frame.opcode)]

    def messages(self, who: Role) -> list[Message]:
        """What was delivered of this side."""
        return [one.message for one in self.facts.of(MessageArrived) if one.who is who]

    def said(self, who: Role, number: int = 0) -> str:
        """A message of this side in quotation marks."""
        delivered = self.messages(who)
        return quoted(self.words, delivered[number].text or "") if number < len(delivered) else ""

    def told(self, who: Role) -> str:
        """What the program at `who` was told."""
        fact = next((one for one in self.facts.of(Told) if one.who is who), None)
        return told_text(self.words, fact) if fact is not None else ""

    def code_told(self, who: Role) -> int | None:
        """The code that it was told."""
        return next((int(one.told.code) for one in self.facts.of(Told) if one.who is who), None)

    def close_code(self, who: Role) -> int | None:
        """The code in the Close frame of this side; None if there is none."""
        sent = self.frames(who, Opcode.CLOSE)
        return read_close(sent[0].frame.payload).code if sent else None

    def close(self, who: Role) -> str:
        """The Close frame of this side and its code."""
        return f"Close {self.close_code(who)}" if self.frames(who, Opcode.CLOSE) else ""

    def ended(self, kind: str) -> TcpEnded | None:
        """Who ended TCP in this way, FIN or RST."""
        return next((one for one in self.facts.of(TcpEnded) if one.kind == kind), None)

    def broken(self) -> str:
        """The first rule that was broken."""
        found = self.facts.of(Broke)
        return self.words.rule(found[0].rule.id) if found else ""

    def moment(self, kind: str, number: int = 0) -> Values | None:
        """The values of something that only a moment tells."""
        found = [one.moment.values for one in self.chorus.moments if one.moment.kind == kind]
        return found[number] if number < len(found) else None

    def at_end(self, value: str) -> str:
        """A value that is known only when nothing more comes."""
        return value if self.over else ""


def quoted(words: Words, text: str) -> str:
    """A text in quotation marks."""
    return words.translate("figures", "“{text}”").format(text=text)


def yes_or_no(words: Words, value: object) -> str:
    """Yes or no."""
    return words.translate("figures", "yes") if value else words.translate("figures", "no")
