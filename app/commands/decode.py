"""`decode`: the frames in some bytes, their fields, bits and meaning, and every rule that they break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commands.inflating import OpenInflater
from app.commands.listing import listing
from app.commands.octets import read_octets
from app.commands.output import BROKEN, FINE, InputError, complain, print_json, print_text
from app.commands.verdicts import judge_stream, stream_json
from protocol.deflate import WINDOW_BITS
from protocol.vocabulary import Role

if TYPE_CHECKING:
    import argparse


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb `decode`."""
    parser = subparsers.add_parser(
        "decode",
        help="frames to fields, bits, meaning and verdicts",
        description="Shows the WebSocket frames in some bytes, and every rule of RFC 6455 and 7692 that they break.",
    )
    parser.add_argument(
        "input",
        nargs="*",
        metavar="HEX|-|FILE",
        help="bytes in hex (81 05, 0x81, \\x81, 81:05), - for stdin, or a file with hex or raw bytes",
    )
    parser.add_argument(
        "--from",
        dest="sender",
        choices=[role.value for role in Role],
        help="who sent the bytes; without it, the first MASK bit decides",
    )
    parser.add_argument("--deflate", action="store_true", help="permessage-deflate (RFC 7692) was agreed on: inflate")
    parser.add_argument(
        "--window-bits",
        type=int,
        choices=WINDOW_BITS,
        metavar="BITS",
        help="with --deflate: the sender’s window is 2^BITS bytes, 8 to 15 (15)",
    )
    parser.add_argument(
        "--no-context-takeover",
        action="store_true",
        help="with --deflate: the sender begins each message with an empty window",
    )
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(args: argparse.Namespace) -> int:
    """0 no rule is broken, 1 a rule is broken, 2 there is nothing that can be read."""
    if not args.deflate and (args.window_bits or args.no_context_takeover):
        return complain("The window is that of compression: --window-bits and --no-context-takeover need --deflate.")
    try:
        data = read_octets(args.input)
    except InputError as problem:
        return complain(str(problem))
    inflater = None
    if args.deflate:
        inflater = OpenInflater(args.window_bits or WINDOW_BITS[-1], takeover=not args.no_context_takeover)
    try:
        stream = judge_stream(data, Role(args.sender) if args.sender else None, inflater)
    except InputError as problem:
        return complain(str(problem))
    if args.json:
        print_json(stream_json(stream))
    else:
        print_text("\n".join(listing(stream)))
    return BROKEN if stream.broken else FINE
