"""The handshake bench at work: both heads as text, the checks of both sides, and the accept key stage by stage."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, cast

from app.figures import accept, handshake
from app.figures.accept_known import STAGES, differing
from app.figures.frame_parts import hex_text
from app.figures.handshake_words import POINTS
from app.head_sentences import said_head
from app.lab_bench import Bench
from app.model.lab.heads_draft import HeadsDraft, as_bytes, as_text, offered_answer, run_heads, sample_request
from app.model.lab.history import History
from app.model.lab.shown import Banner, ChipRow, HeadsShown, RuleRow
from protocol.base64 import decode
from protocol.handshake import Verdict
from protocol.http11 import HeadError, read_response
from protocol.vocabulary import State

if TYPE_CHECKING:
    from app.drawing.marks import Room, Scene, Words
    from app.lab_bench import Choices, Wire
    from app.model.control import Control
    from app.model.lab.heads_draft import Heads
    from protocol.handshake import Check

REQUEST, ANSWER, KEY = "request", "answer", "key"
FAULTS: Final = ("version", "key", "upgrade", "host", "post")
ANSWER_FAULTS: Final = ("accept", "status", "extension", "protocol")


class HeadsBench(Bench):
    """Both heads and their history; which of them is shown, and which stage of the accept key."""

    def __init__(self) -> None:
        self.history: History[HeadsDraft] = History(HeadsDraft(sample_request()))
        self.view = REQUEST
        self.stage = STAGES[0]
        self._options: dict[str, str | int] = {}

    @property
    def draft(self) -> HeadsDraft:
        """What is shown."""
        return self.history.state

    @property
    def side(self) -> str:
        """Which head is edited."""
        return ANSWER if self.view == ANSWER else REQUEST

    def edit(self, name: str, value: object) -> None:
        """A field of the side pane was set or typed."""
        draft = self.draft
        match name:
            case "head" if self.side == ANSWER:
                draft = draft.with_answer(cast("str", value))
            case "head":
                draft = draft.with_request(cast("str", value))
            case "own":
                draft = draft.with_answer(None)
            case "key":
                draft = draft.with_key(cast("str", value))
            case "compared":
                draft = draft.with_compared(cast("str", value))
        self.history.push(draft)

    def use_chip(self, name: str) -> None:
        """One fault in the head that is edited."""
        draft = self.draft
        if name in ANSWER_FAULTS:
            text = draft.answer if draft.answer is not None else as_text(offered_answer(draft))
            self.history.push(draft.with_answer(_broken_answer(text, name)))
        elif name in FAULTS:
            self.history.push(draft.with_request(_broken_request(draft.request, name)))

    def paste(self, text: str) -> None:
        """A head from elsewhere: a status line makes it an answer."""
        if text.lstrip().upper().startswith("HTTP/"):
            self.history.push(self.draft.with_answer(text.strip()))
            self.view = ANSWER
        else:
            self.history.push(self.draft.with_request(text.strip()))
            self.view = REQUEST

    def touch(self, mark_id: str) -> None:
        """A card of the pipeline opens its stage."""
        stage = mark_id.removeprefix("card.").partition("/")[0]
        if mark_id.startswith("card.") and stage in STAGES:
            self.stage = stage
            self._options = {}

    def crumb(self, words: Words) -> str:
        """The name of the bench."""
        return words.translate("lab", "Handshake and accept key")

    def title(self, words: Words) -> str:
        """How the handshake comes out."""
        heads = run_heads(self.draft)
        if self.view == KEY:
            return accept_title(words, self.stage)
        if heads.facts.get("client.open") is not None:
            return words.translate("lab", "The handshake succeeds")
        return words.translate("lab", "The handshake fails")

    def scene(self, room: Room) -> Scene:
        """The stage."""
        facts = run_heads(self.draft).facts
        if self.view == KEY:
            return accept.draw(facts, len(facts), self.stage, replace(room, options=self._options))
        cursor = len(facts)
        if self.view == REQUEST:
            cursor = next((place for place, fact in enumerate(facts) if fact.id == "response.sent"), cursor)
        return handshake.draw(facts, cursor, "", room)

    def shown(self, words: Words) -> HeadsShown:
        """The side pane."""
        draft, heads = self.draft, run_heads(self.draft)
        answering = self.side == ANSWER
        error = heads.response_error if answering else heads.request_error
        head = draft.request
        if answering:
            head = draft.answer if draft.answer is not None else as_text(heads.answer)
        note, fine = _key_note(words, draft)
        compared, equal = _compared(words, draft)
        return HeadsShown(
            banner=_banner(words, heads, answering=answering),
            rules=_rows(words, heads.response_checks if answering else heads.request_checks),
            side=self.side,
            head=head,
            own=draft.answer is not None,
            problem=said_head(words, error) if error is not None else "",
            key=draft.key,
            key_note=note,
            key_fine=fine,
            accept=draft.accept,
            compared=draft.compared,
            compared_note=compared,
            compared_fine=equal,
            chips=_chips(words, answering=answering),
        )

    def wire(self, words: Words) -> Wire:
        """The bottom bar."""
        heads = run_heads(self.draft)
        request, answer = len(as_bytes(self.draft.request)), len(heads.answer)
        said = words.translate("lab", "{request} bytes of request, {answer} bytes of answer; after them, frames.")
        sentence = said.format(request=request, answer=answer)
        parts = tuple((name, count) for name, count in (("cli", request), ("srv", answer)) if count)
        return words.translate("lab", "On the wire"), sentence, parts

    def views(self, words: Words) -> Choices:
        """The two heads, and how the accept value is made."""
        return (
            (REQUEST, words.translate("lab", "Request")),
            (ANSWER, words.translate("lab", "Answer")),
            (KEY, words.translate("lab", "Accept key")),
        ), self.view

    def choose_view(self, value: object) -> None:
        """Another view."""
        self.view = cast("str", value)

    def controls(self, words: Words) -> tuple[Control, ...]:
        """Those of the accept figure."""
        return accept.controls(self.stage, self._options, words) if self.view == KEY else ()

    def control(self, name: str, value: int) -> None:
        """A control of the accept figure."""
        self._options = {**self._options, name: value}


def accept_title(words: Words, stage: str) -> str:
    """The headline of a stage of the accept key."""
    names = {
        "join": words.translate("figures", "Join"),
        "pad": words.translate("figures", "Pad"),
        "schedule": words.translate("figures", "Schedule"),
        "rounds": words.translate("figures", "Rounds"),
        "digest": words.translate("figures", "Digest"),
        "base64": words.translate("figures", "Base64"),
    }
    text = words.translate("lab", "Stage {number} of 6: {name}")
    return text.format(number=STAGES.index(stage) + 1, name=names[stage])


def _banner(words: Words, heads: Heads, *, answering: bool) -> Banner:
    """What the server answers, or what the client makes of it."""
    if answering:
        if heads.facts.get("client.open") is not None:
            line = words.translate("lab", "the client goes on to {state}").format(state=State.OPEN.name)
            return Banner("ok", words.translate("lab", "Valid answer"), line)
        line = words.translate("lab", "the client fails the connection: 1006")
        return Banner("err", words.translate("lab", "The client refuses it"), line)
    try:
        status = read_response(heads.answer)
    except HeadError:
        return Banner("open", words.translate("lab", "No answer"), "")
    line = words.translate("lab", "server answers {status} {reason}").format(status=status.status, reason=status.reason)
    if status.status == 101:
        return Banner("ok", words.translate("lab", "Valid request"), line)
    return Banner("err", words.translate("lab", "The server refuses it"), line)


def _rows(words: Words, checks: tuple[Check, ...]) -> tuple[RuleRow, ...]:
    """The checks as one side made them, a broken one first."""
    standings = {
        Verdict.HOLDS: "holds", Verdict.BROKEN: "broken", Verdict.DECLINED: "declined", Verdict.NOT_APPLICABLE: "none",
    }  # fmt: skip
    rows = []
    for check in sorted(checks, key=lambda one: one.verdict is not Verdict.BROKEN):
        standing = standings[check.verdict]
        clause = check.rule.clause if check.rule.rfc == 6455 else f"{check.rule.rfc} §{check.rule.section}"
        spoken = f"{words.rule(check.rule.id)} {check.rule.cited}"
        if check.value:
            said = words.translate("lab", "{rule} Found: {value}.")
            spoken = said.format(rule=spoken + ".", value=check.value[:120])
        links = () if check.line is None else (f"line:{check.line}",)
        text = words.translate("figures", POINTS[check.rule.id][0])
        rows.append(RuleRow(check.rule.id, standing, text, clause, spoken, links))
    return tuple(rows)


def _key_note(words: Words, draft: HeadsDraft) -> tuple[str, bool | None]:
    """Whether the key stands for 16 bytes."""
    if not draft.key:
        return words.translate("lab", "there is no key in the request"), False
    data = draft.key_bytes
    if data is not None:
        return words.translate("lab", "decodes to 16 bytes: {hex}").format(hex=hex_text(data)), True
    try:
        size = len(decode(draft.key))
    except ValueError:
        return words.translate("lab", "is not base64"), False
    if size == 1:
        return words.translate("lab", "decodes to 1 byte, not 16"), False
    return words.translate("lab", "decodes to {count} bytes, not 16").format(count=size), False


def _compared(words: Words, draft: HeadsDraft) -> tuple[str, bool | None]:
    """Whether a value from elsewhere answers this key."""
    if not draft.compared or not draft.accept:
        return "", None
    places = differing(draft.accept, draft.compared)
    if not places:
        return words.translate("lab", "all {count} characters are equal").format(count=len(draft.accept)), True
    said = words.translate("lab", "{count} characters differ, the first is number {place}")
    if len(places) == 1:
        said = words.translate("lab", "one character differs, number {place}")
    return said.format(count=len(places), place=places[0] + 1), False


def _chips(words: Words, *, answering: bool) -> ChipRow:
    if answering:
        texts = {
            "accept": words.translate("lab", "accept"), "status": words.translate("lab", "status 200"),
            "extension": words.translate("lab", "extension"), "protocol": words.translate("lab", "subprotocol"),
        }  # fmt: skip
    else:
        texts = {
            "version": words.translate("lab", "version 8"), "key": words.translate("lab", "short key"),
            "upgrade": words.translate("lab", "no Upgrade"), "host": words.translate("lab", "no Host"), "post": "POST",
        }  # fmt: skip
    return ChipRow(words.translate("lab", "Break it:"), tuple(texts.items()))


def _lines_without(text: str, name: str) -> list[str]:
    return [line for line in text.split("\n") if not line.lower().startswith(name + ":")]


def _broken_request(text: str, fault: str) -> str:
    if fault == "post":
        return "POST" + text[text.find(" ") :] if " " in text else text
    if fault in {"upgrade", "host"}:
        return "\n".join(_lines_without(text, fault))
    name, value = {"version": ("Sec-WebSocket-Version", "8"), "key": ("Sec-WebSocket-Key", "c2hvcnQ=")}[fault]
    return "\n".join([*_lines_without(text, name.lower()), f"{name}: {value}"])


def _broken_answer(text: str, fault: str) -> str:
    if fault == "status":
        return "\n".join(["HTTP/1.1 200 OK", *text.split("\n")[1:]])
    name, value = {
        "accept": ("Sec-WebSocket-Accept", "HSmrc0sMlYUkAGmm5OPpG2HaGWk="),
        "extension": ("Sec-WebSocket-Extensions", "x-never-offered"),
        "protocol": ("Sec-WebSocket-Protocol", "never-offered"),
    }[fault]
    return "\n".join([*_lines_without(text, name.lower()), f"{name}: {value}"])
