"""Frames as text for people."""

from __future__ import annotations

from app.commands.inflating import OpenInflater
from app.commands.listing import listing
from app.commands.verdicts import judge_stream
from protocol.frames import encode_frame
from protocol.vocabulary import Opcode, Role


def test_the_listing() -> None:
    stream = judge_stream(bytes.fromhex("810548656c6c6f"), Role.CLIENT)
    assert (
        "\n".join(listing(stream)) + "\n"
        == """\
Sender: the client.

Frame 0: text, 7 bytes at offset 0

   0                   1                   2                   3
   0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
  +-+-+-+-+-------+-+-------------+-------------------------------+
  |1|0|0|0|0 0 0 1|0|0 0 0 0 1 0 1|0 1 0 0 1 0 0 0 0 1 1 0 0 1 0 1|
  +-+-+-+-+-------+-+-------------+---------------+---------------+
  |0 1 1 0 1 1 0 0 0 1 1 0 1 1 0 0 0 1 1 0 1 1 1 1|
  +-----------------------------------------------+

    bit  width  field                    bits              value         meaning
      0      1  FIN                      1                 1             the message ends with this frame
      1      1  RSV1                     0                 0
      2      1  RSV2                     0                 0
      3      1  RSV3                     0                 0
      4      4  opcode                   0001              0x1           text
      8      1  MASK                     0                 0             no masking key
      9      7  payload length           0000101           5             5 bytes of payload
     16     40  payload data             48 65 6c 6c 6f                  “Hello”
  BROKEN  RFC 6455 §5.1, bit 8: “A client masks every frame that it sends” (MUST); close code 1002
"""
    )


def test_long_things_are_shortened() -> None:
    stream = judge_stream(encode_frame(Opcode.TEXT, b"a" * 1000), None)
    text = "\n".join(listing(stream))
    assert "“" + "a" * 32 + "” … and 968 characters more" in text
    assert max(map(len, text.splitlines())) < 140
    assert text.count("…") == 3


def test_a_message_of_several_frames_is_told_at_the_end() -> None:
    lines = list(listing(judge_stream(bytes.fromhex("010348656c 80026c6f"), None)))
    assert lines[-1] == "Message from frames 0, 1: text, 5 bytes: “Hello”"


def test_a_compressed_message_is_shown_inflated() -> None:
    # RFC 7692 section 7.2.3.1
    text = "\n".join(listing(judge_stream(bytes.fromhex("c107f248cdc9c90700"), None, OpenInflater())))
    assert "Frame 0: text, compressed, 9 bytes at offset 0" in text
    assert "set: the message is compressed (RFC 7692)" in text
    assert "inflated: “Hello”" in text
    text = "\n".join(listing(judge_stream(bytes.fromhex("c20100 4205"), None, OpenInflater())))
    assert "inflated: no bytes" in text
    assert "Frame 1: binary, compressed, not whole: 2 bytes here, 5 bytes missing" in text


def test_the_sender_and_why() -> None:
    def first_line(data: str, sender: Role | None) -> str:
        return next(iter(listing(judge_stream(bytes.fromhex(data), sender))))

    assert first_line("8180", Role.SERVER) == "Sender: the server."
    assert "taken for the client, because the first MASK bit is 1" in first_line("8180", None)
    assert "has not come" in first_line("81", None)
