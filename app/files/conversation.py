"""What one TCP connection talks: HTTP that is skipped, then perhaps a WebSocket, which becomes a talk of the ledger.

    begins with SYN, or inside a tunnel                          begins in the middle
        a request?  no: TLS, HTTP/2, something else                  look at each segment: a request? TLS? frames?
        yes: skip pages until one asks for a WebSocket               frames: a talk without heads
        pass its bytes on, and those of its answer
        101: frames. Refused: pages again. CONNECT, 200: as at the beginning

Bytes come in order (`app.files.streams`), with the time at which they became readable. A head is held until it is
whole.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from app.files import http_pages, remarks
from app.files.middle import Middle
from app.files.seeking import Seeking
from app.files.sides import Doing, Side
from app.files.telling import NOWHERE, Nowhere
from protocol.recording import Kind

if TYPE_CHECKING:
    from app.files.desk import Desk
    from protocol.talk import Talk

HELD: Final = 256 * 1024
"""A side that waits for the other one holds so many bytes at most."""

ASKED: Final = 1024
"""More requests do not wait for an answer on one connection."""


class Conversation(Seeking):
    """What one TCP connection talks; the bytes of both sides come in order."""

    def __init__(self, desk: Desk, key: bytes) -> None:
        super().__init__(desk, key)
        self._opened: list[tuple[int, int]] = []
        self._pages = 0
        self._tunnel = ""
        self._spoke = False

    # What comes.

    def syn(self, ns: int, side: int, *, answers: bool) -> None:
        """This side opened its direction; with `answers` it is the one that was called."""
        self._opened.append((ns, side))
        if self.client is None:
            self.client, self._evidence = 1 - side if answers else side, remarks.BY_SYN

    def begin_in_the_middle(self) -> None:
        """No SYN was seen: who is who must be found."""
        self._seek()

    def data(self, ns: int, side: int, data: bytes) -> None:
        """The next bytes of this side."""
        self._spoke = True
        if self._is_over:
            return
        this = self.sides[side]
        if this.doing is Doing.FRAMES:
            self._pass(side, [(ns, data)])
        elif this.doing is Doing.SEEKING:
            self._look(ns, side, data)
        else:
            this.hold(ns, data)
            self._read()

    def lose(self, ns: int, side: int, size: int) -> None:
        """The next bytes of this side are missing."""
        self._spoke = True
        if self._is_over:
            return
        this = self.sides[side]
        if this.doing is Doing.SEEKING:
            self._middle.lose(side)
        elif this.doing is Doing.BODY and this.body.lose(size):
            if this.body.is_over:
                self._next_head(this)
        elif this.doing is Doing.REFUSAL and this.body.lose(size):
            self._gap(ns, side, size)
            self._refused(side)
        elif this.doing in {Doing.FRAMES, Doing.ANSWER, Doing.REFUSAL}:
            self._open()
            self._gap(ns, side, size)
        elif side == self.client and http_pages.asks_for_websocket(this.held):
            self._begin_with_request(side)
            self._gap(ns, side, size)
            self._read()
        elif "" in self._asked:
            self.sides[side], self._middle = Side(Doing.SEEKING), Middle()
            self._asked = deque([""])
        else:
            self._look_again(1 - side)

    def end(self, ns: int, side: int, kind: Kind) -> None:
        """This side has ended its direction, or reset the connection."""
        if not self._is_over:
            self._tell_rest(final=kind is Kind.RST)
        if self.talk is not None:
            self.talk.end(self._moment(ns), self.role(side), kind)

    def finish(self) -> None:
        """Nothing more comes: tell what can be told, and count what is no WebSocket."""
        if not self._is_over:
            self._tell_rest(final=True)
        if self.talk is None:
            self._desk.tally.add(self._kind or (remarks.OTHER if self._spoke else remarks.SILENT))

    def way(self, side: int) -> Talk | Nowhere | None:
        """Where all that this side says goes as it comes; None if it must be looked at."""
        if self._is_over:
            return NOWHERE
        return self.talk if self.sides[side].doing is Doing.FRAMES else None

    # HTTP.

    def _read(self) -> None:
        """Read what both sides hold as far as it goes: what one says may be what the other one waits for."""
        moved = True
        while moved and not self._is_over:
            moved = False
            for side in (0, 1):
                this = self.sides[side]
                before = (this.doing, len(this.held))
                if this.held and not self._is_over:
                    self._step(side, this)
                moved = moved or before != (this.doing, len(this.held))
        if not self._is_over and max(len(each.held) for each in self.sides) > HELD:
            server = 1 - (self.client or 0)
            if http_pages.status_of(self.sides[server].held) == 101:
                self._look_again(server)
            else:
                self._give_up(remarks.OTHER)

    def _step(self, side: int, this: Side) -> None:
        """Read one thing of what this side holds."""
        if this.doing is Doing.HEAD and side == self.client:
            self._request(side, this)
        elif this.doing is Doing.HEAD:
            self._response(side, this)
        elif this.doing is Doing.BODY:
            this.take(this.body.take(this.held))
            if this.body.broken:
                self._seek()
            elif this.body.is_over:
                self._next_head(this)
        elif this.doing is Doing.ANSWER:
            self._answer(side, this)
        elif this.doing is Doing.REFUSAL:
            self._pass(side, this.take(this.body.take(this.held)))
            self._refused(side)
        elif this.doing is Doing.FRAMES:
            self._pass(side, this.take(len(this.held)))

    def _request(self, side: int, this: Side) -> None:
        """The head of a request, or the beginning of something else."""
        if this.held[0] in b"\r\n":  # empty lines before a request (RFC 9112 section 2.2)
            this.take(len(this.held) - len(this.held.lstrip(b"\r\n")))
            return
        if not http_pages.may_be_request(this.held):
            self._give_up(_protocol(this.held))
            return
        end = http_pages.head_end(this.held, 0, this.seen)
        this.seen = len(this.held)
        if end is None:
            if len(this.held) > http_pages.HEAD_LIMIT:
                self._give_up(remarks.OTHER)
            return
        head = bytes(this.held[:end])
        if http_pages.asks_for_websocket(head):
            self._begin_with_request(side)
            return
        this.take(end)
        method, target = http_pages.method_and_target(head)
        self._asked.append(method)
        self._kind = remarks.PLAIN_HTTP
        if len(self._asked) > ASKED:
            self._give_up(remarks.PLAIN_HTTP)
        elif method == "CONNECT":
            self._tunnel, this.doing = target, Doing.WAITING
        else:
            self._pages += 1
            this.body = http_pages.request_body(head)
            this.doing = Doing.HEAD if this.body.is_over else Doing.BODY

    def _response(self, side: int, this: Side) -> None:
        """The head of the response to the oldest request."""
        if not http_pages.may_be_response(this.held):
            self._give_up(_protocol(this.held))
            return
        if not self._asked:
            return
        end = http_pages.head_end(this.held, 0, this.seen)
        this.seen = len(this.held)
        if end is None:
            return
        head = bytes(this.held[:end])
        status = http_pages.status_of(head) or 0
        if status == 101 and "" in self._asked:  # what answers the requests before it is missing
            while self._asked[0]:
                self._asked.popleft()
            self._await_answer()
            return
        this.take(end)
        if 100 <= status < 200 and status != 101:
            return
        method = self._asked.popleft()
        if method == "CONNECT" and 200 <= status < 300:
            self._asked.clear()
            self.sides[1 - side].doing = Doing.HEAD
        elif status in {0, 101}:
            self._give_up(remarks.PLAIN_HTTP)
        else:
            if method == "CONNECT":
                self._tunnel, self.sides[1 - side].doing = "", Doing.HEAD
            this.body, this.doing = http_pages.response_body(head, status, method), Doing.BODY
            if this.body.is_over:
                self._next_head(this)

    def _begin_with_request(self, side: int) -> None:
        """The request that is held asks for a WebSocket: its bytes are the first of a talk."""
        this = self.sides[side]
        opened = [] if self._tunnel or self._pages or self.talk is not None else self._opened
        talk = self._begin(min([this.since, *(ns for ns, _ in opened)]), whole=True)
        if talk is None:
            self._give_up(remarks.TOO_MANY)
            return
        if self._pages:
            self._desk.about(talk, remarks.PAGES, count=f"{self._pages:,}")
        if self._tunnel:
            self._desk.about(talk, remarks.TUNNEL, target=self._tunnel)
        for ns, opener in opened:
            talk.syn(self._moment(ns), self.role(opener))
        self._asked.append("")
        self._await_answer()
        self._pages = 0
        this.doing = Doing.FRAMES
        self._pass(side, this.take(len(this.held)))

    def _next_head(self, this: Side) -> None:
        """A message is over."""
        this.doing = Doing.HEAD
        self._await_answer()

    def _answer(self, side: int, this: Side) -> None:
        """The answer to an opening handshake; interim ones stand before it (RFC 9110 section 15.2)."""
        while True:
            begin = this.begun
            end = http_pages.head_end(this.held, begin, this.seen)
            if end is None:
                this.seen = len(this.held)
                if len(this.held) > http_pages.HEAD_LIMIT or not http_pages.may_be_response(this.held):
                    self._open()
                return
            head = bytes(this.held[begin:end])
            status = http_pages.status_of(head) or 0
            if not 100 <= status < 200 or status == 101:
                break
            this.begun, this.seen = end, 0
        if status < 200:
            self._open()
            return
        self._pass(side, this.take(end))
        self._asked.popleft()
        this.body, this.doing = http_pages.response_body(head, status, "GET"), Doing.REFUSAL
        self._refused(side)

    def _refused(self, side: int) -> None:
        """Where a refusal ends, pages may follow, or another handshake."""
        if self.sides[side].body.is_over:
            for each in self.sides:
                each.doing, each.seen = Doing.HEAD, 0
        elif self.sides[side].body.broken:
            self._open()

    def _open(self) -> None:
        """All that comes now belongs to the talk."""
        for side, this in enumerate(self.sides):
            this.doing = Doing.FRAMES
            self._pass(side, this.take(len(this.held)))
        self._asked.clear()

    def _look_again(self, side: int) -> None:
        """The same; what this side has said may have followed a request that is missing."""
        this = self.sides[side]
        pieces = this.take(len(this.held)) if this.doing is Doing.HEAD and side != self.client else []
        self._seek()
        for ns, data in pieces:
            self.data(ns, side, data)

    # The talk.

    def _tell_rest(self, *, final: bool) -> None:
        """A direction ends: what is held may be all that there is."""
        for side, this in enumerate(self.sides):
            if this.doing is Doing.ANSWER:
                self._pass(side, this.take(len(this.held)))
            elif side == self.client and this.doing is Doing.HEAD and http_pages.asks_for_websocket(this.held):
                self._begin_with_request(side)
        self._decide(final=final)


def _protocol(begin: bytes | bytearray) -> str:
    """What begins like this, if it is no HTTP/1.1."""
    if http_pages.is_tls(begin) or (len(begin) < 5 and begin[0] == 22):
        return remarks.TLS
    return remarks.HTTP2 if http_pages.is_http2(begin) else remarks.OTHER
