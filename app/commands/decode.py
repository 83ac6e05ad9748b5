"""`decode`: the frames in some bytes, their fields, bits and meaning, and every rule that they break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commands.listing import listing
from app.commands.octets import read_octets
from app.commands.output import BROKEN, FINE, InputError, complain, print_json, print_text
from app.commands.verdicts import judge_stream, stream_json
from protocol.vocabulary import Role

if TYPE_CHECKING:
    import argparse


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb `decode`."""
    parser = subparsers.add_parser(
        "decode",
        help="frames to fields, bits, meaning and verdicts",
        description="Shows the WebSocket frames in some bytes, and every rule of RFC 6455 that they break.",
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
    parser.add_argument("--deflate", action="store_true", help="permessage-deflate (not in this version)")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(args: argparse.Namespace) -> int:
    """0 no rule is broken, 1 a rule is broken, 2 there is nothing that can be read."""
    if args.deflate:
        return complain("This version cannot inflate: without --deflate, compressed frames are shown as sent.")
    try:
        data = read_octets(args.input)
    except InputError as problem:
        return complain(str(problem))
    stream = judge_stream(data, Role(args.sender) if args.sender else None)
    if args.json:
        print_json(stream_json(stream))
    else:
        print_text("\n".join(listing(stream)))
    return BROKEN if stream.broken else FINE
