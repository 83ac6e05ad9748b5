"""The words of the lanes: what a frame, a cut, a fragment and a message are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.figures.tokens import opcode_word
from protocol.frames import EXTENDED
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from app.drawing.marks import Words
    from app.figures.lanes_stream import Joined, Piece, View


def segment_name(words: Words, number: int) -> str:
    """`segment 2`, counted from 1."""
    return words.translate("figures", "segment {number}").format(number=number + 1)


def frame_name(words: Words, piece: Piece) -> str:
    """`frame 3, fragment 2`, or `frame 2, ping` for one that stands alone, counted from 1."""
    if piece.message is None or (piece.fragment == 1 and piece.frame.fin):
        text = words.translate("figures", "frame {number}, {opcode}")
        return text.format(number=piece.number + 1, opcode=opcode_word(words, piece.frame.opcode))
    text = words.translate("figures", "frame {number}, fragment {fragment}")
    return text.format(number=piece.number + 1, fragment=piece.fragment)


def frame_sentence(words: Words, piece: Piece) -> str:
    """What a frame is, for the ear."""
    text = words.translate("figures", "{name}. {opcode}, FIN {fin}: {header} bytes of header, {payload} of payload.")
    return text.format(
        name=frame_name(words, piece), opcode=opcode_word(words, piece.frame.opcode), fin=int(piece.frame.fin),
        header=len(piece.frame.header), payload=piece.frame.length,
    )  # fmt: skip


def message_name(words: Words, message: Joined) -> str:
    """`one text message`."""
    if message.opcode == Opcode.TEXT:
        return words.translate("figures", "one text message")
    if message.opcode == Opcode.BINARY:
        return words.translate("figures", "one binary message")
    return words.translate("figures", "no message: a continuation of nothing")


def cut_words(words: Words, view: View, offset: int) -> str:
    """What the cut before byte `offset` hits: `inside €`, `inside the length`, `between frames`."""
    piece = view.piece_at(offset)
    if piece is None or piece.start == offset:
        return words.translate("figures", "between frames")
    at, header = offset - piece.start, len(piece.frame.header)
    length = 2 + EXTENDED.get(piece.frame.header[1] & 0x7F, 0) // 8
    if at >= header:
        return _inside_payload(words, view, piece, offset)
    places = (
        (at < 2, words.translate("figures", "inside the first two bytes")),
        (at == 2 < length, words.translate("figures", "before the length")),
        (at < length, words.translate("figures", "inside the length")),
        (at == length, words.translate("figures", "before the masking key")),
    )
    return next((text for here, text in places if here), words.translate("figures", "inside the masking key"))


def _inside_payload(words: Words, view: View, piece: Piece, offset: int) -> str:
    if offset == piece.payload:
        return words.translate("figures", "before the payload")
    if piece.message is not None and view.messages[piece.message].opcode == Opcode.TEXT:
        for character in view.messages[piece.message].characters():
            if offset in character.offsets[1:]:
                return words.translate("figures", "inside {character}").format(character=character.text)
    return words.translate("figures", "inside the payload")


def direction_words(words: Words, sender: Role) -> str:
    """Whose bytes they are."""
    if sender is Role.CLIENT:
        return words.translate("figures", "client to server: byte number after the handshake, in order of arrival")
    return words.translate("figures", "server to client: byte number after the handshake, in order of arrival")
