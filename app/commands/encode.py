"""`encode`: the bytes of one frame, right or wrong, and the rules that it breaks.

Whatever the bits can hold is written. Only what they cannot hold is refused: an opcode above 15, 200 bytes in a 7-bit
length. The verdict is that of `decode` on the same bytes, but for one thing: of a continuation frame nobody can say
here whether a message was open before it, so that it is not blamed for its place.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.commands.frame_numbers import key_of, number_up_to, opcode_of
from app.commands.inflating import OpenInflater
from app.commands.listing import verdict
from app.commands.octets import parse_hex, read_all
from app.commands.output import BROKEN, FINE, InputError, complain, print_json, print_text, write_bytes
from app.commands.verdicts import JudgedFrame, JudgedStream, frame_json, judge_stream
from app.reasons import reason
from protocol.closing import close_payload
from protocol.deflate import WINDOW_BITS, Deflater
from protocol.frames import LONGEST, RSV1, encode_frame, header_size, shortest_form
from protocol.rules import FRAGMENT_ORPHAN
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    import argparse

    from protocol.frames import LengthForm


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb `encode`."""
    parser = subparsers.add_parser(
        "encode",
        help="the bytes of a frame, wrong ones included",
        description="Prints the bytes of a WebSocket frame in hex, and on stderr every rule that it breaks.",
    )
    names = ", ".join(opcode.name.lower() for opcode in Opcode)
    parser.add_argument("--opcode", required=True, type=opcode_of, help=f"{names}, or a number from 0 to 15 (0xf)")
    payload = parser.add_mutually_exclusive_group()
    payload.add_argument("--text", help="the payload as text")
    payload.add_argument("--hex", nargs="+", metavar="HEX", help="the payload in hex")
    payload.add_argument("--file", metavar="FILE|-", help="the payload from a file or stdin, byte for byte")
    payload.add_argument("--code", type=number_up_to(0xFFFF), help="the payload of a Close frame: its code")
    parser.add_argument("--reason", help="the reason after the code of a Close frame")
    parser.add_argument("--mask", type=key_of, metavar="KEY|random", help="mask with this key, 8 hex digits")
    parser.add_argument("--fin", type=int, choices=(0, 1), default=1, help="whether the message ends with it (1)")
    parser.add_argument("--rsv", type=number_up_to(7), help="all three reserved bits as one number")
    for bit in (1, 2, 3):
        parser.add_argument(f"--rsv{bit}", type=int, choices=(0, 1), help="one reserved bit (0)")
    parser.add_argument(
        "--length-form", type=int, choices=tuple(LONGEST), help="how many bits the length is written in"
    )
    parser.add_argument("--length", type=number_up_to(2**64 - 1), help="the length to announce, if not the right one")
    parser.add_argument("--deflate", action="store_true", help="compress the payload (RFC 7692), with RSV1 set")
    parser.add_argument(
        "--window-bits",
        type=int,
        choices=WINDOW_BITS,
        metavar="BITS",
        help="with --deflate: a window of 2^BITS bytes, 8 to 15 (15)",
    )
    parser.add_argument(
        "--from",
        dest="sender",
        choices=[role.value for role in Role],
        help="whose frame to judge it as; without it, a masked one is the client’s",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON document")
    form.add_argument("--raw", action="store_true", help="the bytes themselves instead of hex")


def run(args: argparse.Namespace) -> int:
    """0 no rule is broken, 1 the frame breaks a rule and is written all the same, 2 there is no such frame."""
    try:
        data = frame_of(args)
    except InputError as problem:
        return complain(str(problem))
    except ValueError as problem:  # what the bits cannot hold
        return complain(f"This frame cannot be written: {problem}.")
    inflater = OpenInflater(args.window_bits or WINDOW_BITS[-1]) if args.deflate else None
    stream = judge_stream(data, Role(args.sender) if args.sender else None, inflater, first=True)
    judged = _first(stream)
    if args.json:
        print_json(document(data, judged, stream))
    elif args.raw:
        write_bytes(data)
    else:
        print_text(data.hex(" "))
    if not args.json:
        for sentence in remarks(judged, stream):
            complain(sentence)
    return BROKEN if judged.violations else FINE


def frame_of(args: argparse.Namespace) -> bytes:
    """The bytes that are asked for. InputError or ValueError, with a sentence, if there are none."""
    payload = payload_of(args)
    rsv, fin = rsv_of(args), bool(args.fin)
    if args.deflate:
        payload = Deflater(args.window_bits or WINDOW_BITS[-1]).deflate(payload, fin=fin)
    elif args.window_bits:
        raise InputError("The window is that of compression: --window-bits needs --deflate.")
    form = args.length_form
    if args.length is None:
        return encode_frame(args.opcode, payload, fin=fin, rsv=rsv, key=args.mask, length_form=form)
    right = encode_frame(args.opcode, payload, fin=fin, rsv=rsv, key=args.mask, length_form=64)
    key_and_payload = right[header_size(right[1]) - len(args.mask or b"") :]
    return right[:1] + announced(args.length, form, masked=args.mask is not None) + key_and_payload


def announced(length: int, form: LengthForm | None, *, masked: bool) -> bytes:
    """The second byte of a frame and the length after it, for a payload of any other size."""
    form = form or shortest_form(length)
    if length > LONGEST[form]:
        raise ValueError(f"a {form}-bit length cannot hold {length}")
    first = length if form == 7 else {16: 126, 64: 127}[form]
    return bytes((masked << 7 | first,)) + (b"" if form == 7 else length.to_bytes(form // 8, "big"))


def payload_of(args: argparse.Namespace) -> bytes:
    """The payload before it is compressed."""
    if args.code is not None or args.reason is not None:
        if args.opcode != Opcode.CLOSE:
            raise InputError("Only a Close frame has a code and a reason: say --opcode close.")
        if args.code is None:
            raise InputError("A reason needs a code before it: add --code, such as 1000.")
        return close_payload(args.code) + _utf8(args.reason or "")
    if args.hex is not None:
        return parse_hex(" ".join(args.hex), " of --hex")
    if args.file is not None:
        return read(args.file)
    return _utf8(args.text or "")


def read(name: str) -> bytes:
    """All bytes of a file, or of stdin."""
    try:
        if name == "-":
            return read_all(sys.stdin.buffer, "stdin")
        with Path(name).open("rb") as file:
            return read_all(file, name)
    except OSError as error:
        raise InputError(f"{name} cannot be read: {reason(error)}.") from error
    except ValueError as error:
        raise InputError(f"{name} cannot be read: no file has such a name.") from error


def _utf8(text: str) -> bytes:
    """The bytes of an argument. Those that were no text for the shell come out as they were typed."""
    return text.encode("utf-8", "surrogateescape")


def rsv_of(args: argparse.Namespace) -> int:
    """The three reserved bits; RSV1 says “compressed” in the first frame of a message."""
    bits = [args.rsv1, args.rsv2, args.rsv3]
    if args.rsv is not None:
        if bits != [None, None, None]:
            raise InputError("The reserved bits are said twice: use --rsv, or --rsv1, --rsv2 and --rsv3.")
        return int(args.rsv)
    compressed = args.deflate and args.opcode != Opcode.CONTINUATION
    first = compressed if args.rsv1 is None else args.rsv1
    return RSV1 * bool(first) | 0b010 * bool(args.rsv2) | 0b001 * bool(args.rsv3)


def _first(stream: JudgedStream) -> JudgedFrame:
    """The frame that was written; with a wrong length, not all of it, or others after it, may be there."""
    judged = stream.frames[0] if stream.frames else stream.unfinished
    assert judged is not None, "the header is always whole"
    if judged.frame.opcode != Opcode.CONTINUATION:
        return judged
    kept = tuple(violation for violation in judged.violations if violation.rule is not FRAGMENT_ORPHAN)
    return JudgedFrame(
        judged.frame, kept, judged.text, judged.close, judged.compressed, judged.inflated, judged.problem
    )


def document(data: bytes, judged: JudgedFrame, stream: JudgedStream) -> dict[str, Any]:
    """The document of `encode --json`: the frame as `decode` shows it, and its bytes."""
    missing, more = _off(data, judged, stream)
    return {
        **frame_json(judged),
        "from": stream.sender.value,
        "hex": data.hex(),
        "missing_bytes": missing,
        "more": more,
    }


def remarks(judged: JudgedFrame, stream: JudgedStream) -> list[str]:
    """The sentences on stderr: the broken rules, and what a wrong length leaves or lacks."""
    said = [verdict(violation) for violation in judged.violations]
    if judged.problem:
        said.append(judged.problem)
    if not stream.frames:
        said.append(
            f"The frame is not whole: it announces {judged.frame.length} bytes and {stream.missing} are missing."
        )
    elif stream.frames[1:] or stream.received:
        said.append(
            f"The frame ends after {judged.frame.length} bytes of payload; what follows will be read as a frame."
        )
    return said


def _off(data: bytes, judged: JudgedFrame, stream: JudgedStream) -> tuple[int, int]:
    """How many bytes of the frame are missing, and how many are too many."""
    if not stream.frames:
        return stream.missing, 0
    return 0, len(data) - judged.frame.size
