"""Captures of one side, with missing bytes."""

from stream_support import handshake

from protocol.observer import observe
from protocol.recording import Kind, Recording, Setup
from protocol.vocabulary import Role

CLIENT, SERVER = Role.CLIENT, Role.SERVER
HELLO = bytes.fromhex("810548656c6c6f")  # RFC 6455 section 5.7


def capture(sender, segments, deflate=None, *, setup=None, heads=True):
    """What is told of `sender`, who wrote these segments; a number is so many bytes that are missing."""
    _, _, request, response = handshake(deflate)
    recording = Recording(setup or Setup(), reads=False)
    if heads:
        recording.add(0.0, CLIENT, Kind.SYN)
        recording.add(0.0, CLIENT, Kind.DATA, request)
        recording.add(0.0, SERVER, Kind.DATA, response)
    for segment in segments:
        if isinstance(segment, int):
            recording.add(0.0, sender, Kind.GAP, size=segment)
        else:
            recording.add(0.0, sender, Kind.DATA, segment)
    recording.add(0.0, sender, Kind.FIN)
    return observe(recording)
