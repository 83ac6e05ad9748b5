"""Which byte, how long, is it allowed? Frames are made and judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.quiz.made import Made, three
from protocol.facts import FrameSent
from protocol.frames import encode_frame, frame_of
from protocol.violations import frame_violations
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from lessons.quiz.dice import Dice
    from protocol.knowledge import Facts

LENGTHS: Final = ((0, 125), (126, 300), (65_500, 65_600))
"""From each of these ranges a length is asked for: they have their own forms."""

RULES: Final = ("frame.masked", "frame.rsv", "frame.opcode", "control.fin", "control.length", "frame.unmasked")
"""Rules that are named in vain."""


def masked_byte(facts: Facts, dice: Dice) -> Made:
    """One byte of a masked payload: of the newest masked frame, or under a key that the dice throw."""
    masked = [fact.frame for fact in facts.of(FrameSent) if fact.frame.masked and fact.frame.wire]
    if masked and dice.throw(2):
        frame = masked[-1]
        place, key = dice.throw(len(frame.wire)), frame.key
        payload = frame.payload[place]
    else:
        key, payload, place = bytes(dice.throw(256) for _ in range(4)), dice.between(0x20, 0x7E), dice.between(0, 124)
    wire = encode_frame(Opcode.TEXT, bytes(place) + bytes([payload]), key=key)[-1]
    wrong = (payload ^ key[(place + 1) % 4], payload, (payload + key[place % 4]) % 256, payload ^ 0xFF, key[place % 4])
    return Made(
        "byte", f"{wire:02x}", three(f"{wire:02x}", (f"{one:02x}" for one in wrong)),
        {"place": place, "key": key.hex(" "), "payload": f"{payload:02x}", "byte": f"{key[place % 4]:02x}"},
    )  # fmt: skip


def whole_size(_: Facts, dice: Dice) -> Made:
    """The size of a whole frame, of either side and with a payload of any length."""
    role, length = dice.one_of(tuple(Role)), dice.between(*dice.one_of(LENGTHS))
    key = bytes(4) if role is Role.CLIENT else None
    size = len(encode_frame(Opcode.BINARY, bytes(length), key=key))
    other = len(encode_frame(Opcode.BINARY, bytes(length), key=None if key else bytes(4)))
    wrong = (other, length + 2, length + 6, length + 4, length)
    return Made(
        "size", str(size), three(str(size), map(str, wrong)), {"length": length, "header": size - length}, role
    )  # fmt: skip


def legal_frame(_: Facts, dice: Dice) -> Made:
    """A frame with some bits as they should be and some as the dice fall."""
    role = dice.one_of(tuple(Role))
    opcode = dice.one_of((1, 2, 8, 9, 9, 10, 3, 11))
    fin, rsv = dice.throw(4) > 0, dice.one_of((0, 0, 0, 4, 2, 1))
    length = dice.between(2, 125) if dice.throw(4) else dice.between(126, 400)
    masked = (role is Role.CLIENT) is not (dice.throw(5) == 0)
    key = bytes(dice.throw(256) for _ in range(4)) if masked else None
    raw = encode_frame(opcode, bytes(length), fin=fin, rsv=rsv, key=key)
    broken = frame_violations(frame_of(lambda a, b: raw[a:b], 0), role)
    right = broken[0].rule.id if broken else "legal"
    also = {violation.rule.id for violation in broken[1:]}
    wrong = [rule for rule in dice.mixed(RULES) if rule not in also]
    options = three(right, ["legal", *wrong] if broken else wrong)
    return Made(
        "legal", right, options,
        {
            "number": dice.between(0, 9_999), "fin": int(fin), "rsv": f"{rsv:03b}", "opcode": f"{opcode:X}",
            "mask": int(masked), "length": length,
        },
        role, texts={option: "legal.yes" if option == "legal" else "rule:" + option for option in options},
    )  # fmt: skip
