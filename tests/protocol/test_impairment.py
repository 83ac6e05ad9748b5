"""Both ends against each other over a wire that cuts, joins, delays, loses and resets.

TCP gives bytes in order or ends. So whatever happens to the wire, an endpoint gets a part of what was said, from the
beginning and unchanged; and it is told 1006 unless it got everything up to a Close (RFC 6455 section 7.1.5).
"""

from dataclasses import dataclass
from itertools import islice

from hypothesis import given, settings
from hypothesis import strategies as st
from stream_support import deflates, offer_for, policy_for
from wire_support import Wire

from protocol.endpoint import Endpoint
from protocol.events import Closed, CloseReceived, Failed, MessageReceived
from protocol.observer import Observer
from protocol.vocabulary import CloseCode, Opcode, Role, State

CODES = {Role.CLIENT: 3001, Role.SERVER: 4002}
"""The close code of each side's program."""


class Storm(Wire):
    """A wire that can lose the end of what is under way."""

    def lose(self, who: Role, kept: int) -> None:
        """Of what `who` has under way `kept` bytes still arrive, then RST."""
        self.send(who)
        del self._queues[who][kept:]
        if who not in self._reset:
            self.reset(who)


@dataclass
class Talk:
    """What both programs did, each message with a number of its own."""

    wire: Storm
    said: dict

    def say(self, who: Role, size: int, parts: int, kind: int) -> None:
        """A message in so many fragments, if it may still be said."""
        end = self.wire.ends[who]
        if end.state is not State.OPEN or end.endpoint.close_sent or end.close_tcp:
            return
        text = f"{who.value} {len(self.said[who])} " + "你好 " * size
        data = text.encode()
        step = len(data) // parts + 1
        pieces = [data[start : start + step] for start in range(0, len(data), step)]
        for number, piece in enumerate(pieces):
            fin = number == len(pieces) - 1
            if number:
                end.send_ping(b"between")
                end.send_continuation(piece, fin=fin)
            else:
                end.send_data(kind, piece, fin=fin)
        self.said[who].append((kind, data))

    def close(self, who: Role) -> None:
        end = self.wire.ends[who]
        if end.state is State.OPEN and not end.endpoint.close_sent and not end.close_tcp:
            end.send_close(CODES[who], who.value)


roles = st.sampled_from(Role)
deeds = st.lists(
    st.one_of(
        st.tuples(
            st.just("say"), roles, st.sampled_from([0, 1, 5, 90]), st.integers(1, 4),
            st.sampled_from([Opcode.TEXT, Opcode.BINARY]),
        ),
        st.tuples(st.just("say"), roles, st.integers(0, 9), st.integers(1, 2), st.just(Opcode.TEXT)),
        st.tuples(st.just("deliver"), roles, st.sampled_from([None, None, 1, 2, 7, 50])),
        st.tuples(st.just("send"), roles),
    ),
    max_size=25,
)  # fmt: skip
endings = st.one_of(
    st.tuples(st.just("close"), roles),
    st.tuples(st.just("both close"), roles),
    st.tuples(st.just("lose"), roles, st.integers(0, 400)),
    st.tuples(st.just("reset"), roles),
    st.tuples(st.just("fin"), roles),
)


def conversation(deflate, sequence, ending, cut):
    """Open, talk, end in one way, and let everything arrive that still does."""
    wire = Storm(offer_for(deflate), policy_for(deflate)).open()
    talk = Talk(wire, {role: [] for role in Role})
    for what, who, *rest in sequence:
        if what == "say":
            talk.say(who, *rest)
        elif what == "send":
            wire.send(who)
        else:
            wire.deliver(who, *rest)
    what, who, *rest = ending
    if what == "close":
        talk.close(who)
    elif what == "both close":
        talk.close(who)
        talk.close(who.peer)
    elif what == "lose":
        wire.lose(who, *rest)
    elif what == "reset":
        wire.send(who)
        wire.reset(who)
    else:
        wire.finish(who)
    wire.run(cut)
    for role in Role:  # a client waits for the server's end; that comes, or its time runs out
        wire.finish(role)
    wire.run(cut)
    return talk


@settings(max_examples=250)
@given(deflates, deeds, endings, st.sampled_from([None, 1, 3, 1000]))
def test_each_message_once_in_order_unchanged_or_1006(deflate, sequence, ending, cut):
    talk = conversation(deflate, sequence, ending, cut)
    for reader in Role:
        events, said = talk.wire.events[reader], talk.said[reader.peer]
        got = [(event.opcode, event.payload) for event in events if isinstance(event, MessageReceived)]
        assert got == said[: len(got)]
        assert not any(isinstance(event, Failed) for event in events)
        told = [event.told for event in events if isinstance(event, Closed)]
        assert len(told) == 1
        closes = [event for event in events if isinstance(event, CloseReceived)]
        assert len(closes) <= 1
        if told[0].code == CloseCode.ABNORMAL:
            assert not closes
            assert not told[0].clean
        else:
            assert (told[0].code, told[0].reason) == (closes[0].code, closes[0].reason)
            assert got == said
        if ending[0] == "close":
            assert got == said
            assert (told[0].code, told[0].clean) == (CODES[ending[1]], True)
    if ending[0] == "fin":  # nobody said Close, whatever else arrived
        assert all(end.endpoint.told.code == CloseCode.ABNORMAL for end in talk.wire.ends.values())


@settings(max_examples=100)
@given(deflates, deeds, endings, st.sampled_from([None, 1, 3, 1000]))
def test_who_only_watches_knows_as_much(deflate, sequence, ending, cut):
    """The observer is asked now and then, not only at the end."""
    wire = conversation(deflate, sequence, ending, cut).wire
    watcher = Observer(wire.recording.setup)
    entries = iter(wire.recording)
    while batch := list(islice(entries, 3)):
        for entry in batch:
            watcher.feed(entry)
    for role in Role:
        assert known(watcher.endpoints[role]) == known(wire.ends[role].endpoint)
    messages = {role: [] for role in Role}
    for fact in watcher.facts:
        if fact.id.split(".")[1:2] == ["message"]:
            messages[fact.who.peer].append((fact.message.opcode, fact.message.payload, fact.message.text))
    for role in Role:
        got = [tuple(event) for event in wire.events[role] if isinstance(event, MessageReceived)]
        assert messages[role] == got


def known(endpoint: Endpoint):
    return endpoint.state, endpoint.told, endpoint.close_sent, endpoint.close_received, endpoint.failed
