"""Real opening handshakes, good and bad, and what to read of the scenes that they give."""

from dataclasses import replace
from functools import cache

from figures_support import PlainMeasure, plain_room
from layout_support import layout_faults
from wire_support import KEY, Wire

from app.drawing.marks import Glyph, Label
from app.figures.handshake import draw
from app.figures.handshake_view import read_view
from protocol.handshake import Offer, Policy
from protocol.observer import observe
from protocol.recording import Setup

ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="  # RFC 6455 section 1.3
OFFER = Offer("server.example.com", "/chat", KEY, "http://example.com", ("chat", "superchat"))
POLICY = Policy(("server.example.com",), ("http://example.com",), ("chat",))
BROWSER = tuple((f"X-Header-{number}", "value" * number) for number in range(9))
OFFERS = {
    "normal": OFFER,
    "old version": replace(OFFER, version=12),
    "no upgrade": replace(OFFER, omit=("Upgrade",)),
    "no key": replace(OFFER, omit=("Sec-WebSocket-Key",)),
    "foreign origin": replace(OFFER, origin="http://elsewhere.example"),
    "bare": Offer("server.example.com", "/", KEY),
    "browser": replace(OFFER, extra=(*BROWSER, ("Sec-WebSocket-Extensions", "permessage-deflate; x=y"))),
    "two keys": replace(OFFER, extra=(("Sec-WebSocket-Key", KEY),)),
    "short key": replace(OFFER, key="dGhlIHNhbXBsZSBub25j"),
    "strange key": replace(OFFER, key="?" * 120),
    "long": replace(OFFER, host="host." * 30 + "example", target="/" + "x" * 200),
}
GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B12"


@cache
def conversation(offer=OFFER, policy=POLICY):
    wire = Wire(offer, policy)
    wire.recording.setup = Setup(
        hosts=policy.hosts, origins=policy.origins, subprotocols=policy.subprotocols, deflate=policy.deflate is not None
    )
    wire.open()
    return observe(wire.recording)


NARROW = replace(plain_room(), measure=PlainMeasure(0.45))
"""Letters about as wide as those of the real font, so that nothing is cut off that is read below."""


def at(fact, facts=None, focus=""):
    """The scene at the moment at which this fact is the newest."""
    facts = facts or conversation()
    return draw(facts, facts.place(fact) + 1, focus, NARROW)


def text(scene, mark_id):
    mark = scene.find(mark_id)
    assert isinstance(mark, Label), mark_id
    return mark.text


def outcome(scene, mark_id):
    """Why, and what comes of it."""
    return text(scene, mark_id + "/text") + text(scene, mark_id + "/answer")


def glyph(scene, mark_id):
    mark = scene.find(mark_id)
    assert isinstance(mark, Glyph), mark_id
    return mark.name


def texts(scene):
    return [mark.text for mark in scene if isinstance(mark, Label)]


def faults(scene):
    """Lifelines run to the edge of the stage; everything else stays inside."""
    return [fault for fault in layout_faults(scene) if not fault.startswith("life.")]


def view_at(fact, facts=None):
    """What is known when this fact is the newest."""
    facts = facts or conversation()
    return read_view(facts, facts.place(fact) + 1)
