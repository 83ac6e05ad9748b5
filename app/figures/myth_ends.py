"""What the experiments of the figure `myth` show about who speaks when, and about the end of a connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.figures.myth_seen import Evidence, Row
from app.figures.parts import peer_name
from protocol.closing import read_close
from protocol.facts import HeadSent, Told
from protocol.vocabulary import Opcode, Role, State

if TYPE_CHECKING:
    from app.figures.myth_seen import Seen

CLIENT, SERVER = Role.CLIENT, Role.SERVER
ABNORMAL = 1006


def never_sent(seen: Seen) -> Evidence:
    """Both programs are told 1006, and no Close frame crossed the wire."""
    words, lost = seen.words, seen.ended("rst")
    closes = seen.frames(None, Opcode.CLOSE)
    carried = sum(read_close(one.frame.payload).code == ABNORMAL for one in closes)
    rows = (
        Row(words.translate("figures", "The client ends TCP with"), "RST" if lost is not None else ""),
        Row(words.translate("figures", "The client’s program is told"), seen.told(CLIENT)),
        Row(words.translate("figures", "The server’s program is told"), seen.told(SERVER)),
        Row(words.translate("figures", "Close frames on the wire"), seen.at_end(str(len(closes)))),
        Row(words.translate("figures", "Frames that carry {code}").format(code=ABNORMAL), seen.at_end(str(carried))),
    )
    told = {seen.code_told(role) for role in Role}
    return Evidence(rows, told == {ABNORMAL} and not closes)


def zero(seen: Seen) -> Evidence:
    """A Close with 0 is an error."""
    words = seen.words
    closes = seen.frames(CLIENT, Opcode.CLOSE)
    frame = closes[0].frame if closes else None
    rows = (
        Row(words.translate("figures", "The client’s Close"), seen.close(CLIENT)),
        Row(
            words.translate("figures", "The code in its payload"),
            frame.payload[:2].hex(" ") if frame else "",
            mono=True,
        ),
        Row(words.translate("figures", "Rule that it breaks"), seen.broken()),
        Row(words.translate("figures", "The server’s reaction"), seen.close(SERVER)),
        Row(words.translate("figures", "The client’s program is told"), seen.told(CLIENT)),
        Row(words.translate("figures", "The server’s program is told"), seen.told(SERVER)),
    )
    return Evidence(
        rows, seen.close_code(CLIENT) == 0 and seen.close_code(SERVER) == 1002, (frame, CLIENT) if frame else None
    )


def network(seen: Seen) -> Evidence:
    """The network is gone for an hour, and both ends are OPEN."""
    words, sent = seen.words, seen.frames(CLIENT)
    again = sent[1] if len(sent) > 1 else None
    quiet = f"{again.time - sent[0].time:,.0f}" if again is not None else ""
    events = len(seen.facts.of(Told))
    client, server = (seen.facts.state(role) for role in (CLIENT, SERVER))
    arrived = "client.frame.1.arrived" in seen.facts
    gone = words.translate("figures", "arrived") if arrived else words.translate("figures", "sent, not arrived")
    rows = (
        Row(words.translate("figures", "Delivered before the cut"), seen.said(CLIENT)),
        Row(words.translate("figures", "Seconds of silence"), quiet),
        Row(words.translate("figures", "State of the client after that"), client.name if again else ""),
        Row(words.translate("figures", "State of the server after that"), server.name if again else ""),
        Row(words.translate("figures", "Programs that were told"), str(events) if again else ""),
        Row(words.translate("figures", "The client’s next message"), gone if again else ""),
    )
    shows = again is not None and not arrived and events == 0 and client is server is State.OPEN
    return Evidence(rows, shows, (again.frame, CLIENT) if again is not None else None)


def first(seen: Seen) -> Evidence:
    """The server speaks before the client has said anything but its request."""
    words, frames = seen.words, seen.frames()
    who = frames[0].who if frames else None
    before = next((place for place, one in enumerate(frames) if one.who is SERVER), len(frames))
    asked = sum(one.who is CLIENT for one in seen.facts.of(HeadSent))
    rows = (
        Row(words.translate("figures", "HTTP requests in all"), str(asked) if frames else ""),
        Row(words.translate("figures", "First frame, sent by"), peer_name(words, who) if who is not None else ""),
        Row(words.translate("figures", "Frames of the client before"), str(before) if frames else ""),
        Row(words.translate("figures", "The client’s program reads"), seen.said(SERVER)),
    )
    return Evidence(
        rows, who is SERVER and bool(seen.messages(SERVER)), (frames[0].frame, frames[0].who) if frames else None
    )
