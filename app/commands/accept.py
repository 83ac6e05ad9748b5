"""`accept KEY`: the accept value of a key, and with `--steps` every SHA-1 round on the way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.commands.output import BROKEN, FINE, complain, print_json, print_text
from protocol.accept import AcceptTrace, accept_trace, accept_value, key_bytes
from protocol.base64 import Group, decode
from protocol.sha1 import BANDS, BlockTrace, Registers, Round
from protocol.vocabulary import GUID

if TYPE_CHECKING:
    import argparse


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the verb; `run` is what it does."""
    parser = subparsers.add_parser(
        "accept",
        help="the accept value of a key",
        description="Computes Sec-WebSocket-Accept from Sec-WebSocket-Key (RFC 6455 section 4.2.2).",
    )
    parser.add_argument("key", metavar="KEY", help="the value of Sec-WebSocket-Key, 24 characters of base64")
    parser.add_argument("--steps", action="store_true", help="also every step: padding, 160 rounds, digest")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 fine, 1 the key is none that RFC 6455 allows (its value is computed all the same), 2 unusable."""
    key: str = args.key
    if not key or not key.isascii():
        problem = "the key is empty" if not key else "the key has characters that are not ASCII"
        return complain(f"accept: {problem}")
    if args.json:
        print_json(steps_document(accept_trace(key)) if args.steps else document(key), indent=None)
    elif args.steps:
        print_text("\n".join(steps_lines(accept_trace(key))))
    else:
        print_text(accept_value(key))
    problem = fault(key)
    if problem:
        complain(f"accept: {problem} (RFC 6455 section 4.1, item 7)")
        return BROKEN
    return FINE


def fault(key: str) -> str:
    """What is wrong with a key, in one line, or nothing: it has to be the base64 of 16 bytes."""
    if key_bytes(key) is not None:
        return ""
    try:
        size = len(decode(key))
    except ValueError:
        return f"the key is not base64: {len(key)} characters, 24 are wanted"
    return f"the key decodes to {size} bytes, 16 are wanted"


def document(key: str) -> dict[str, Any]:
    """The JSON document without steps."""
    return {"key": key, "guid": GUID, "accept": accept_value(key)}


def steps_document(trace: AcceptTrace) -> dict[str, Any]:
    """The JSON document with steps; a round's a to e are the registers after it."""
    return {
        "key": trace.key,
        "guid": trace.guid,
        "joined_hex": trace.joined.hex(),
        "blocks": [
            {"words": list(block.words), "rounds": [_round_object(step) for step in block.rounds]}
            for block in trace.sha1.blocks
        ],
        "digest_hex": trace.digest.hex(),
        "accept": trace.accept,
    }


def _round_object(step: Round) -> dict[str, int]:
    names = ("t", "f", "k", "w", "a", "b", "c", "d", "e")
    return {name: getattr(step, name) for name in names}


def steps_lines(trace: AcceptTrace) -> list[str]:
    """The steps as a table to read."""
    lines = [
        f"key     {trace.key}",
        f"GUID    {trace.guid}",
        f"joined  {len(trace.joined)} bytes: {trace.key}{trace.guid}",
        f"padded  {len(trace.sha1.padded)} bytes, blocks of 64: {len(trace.sha1.blocks)}",
    ]
    for number, block in enumerate(trace.sha1.blocks, start=1):
        lines += ["", *_block_lines(number, block)]
    return [*lines, "", f"digest  {trace.digest.hex(' ')}", *(_group_line(group) for group in trace.groups),
            f"accept  {trace.accept}"]  # fmt: skip


def _group_line(group: Group) -> str:
    """Three bytes, their numbers of six bits, their characters."""
    numbers = " ".join("  " if sextet is None else f"{sextet:2}" for sextet in group.sextets)
    return f"        {group.data.hex(' '):8}  {numbers}  {group.characters}"


def _block_lines(number: int, block: BlockTrace) -> list[str]:
    """A block in at most 76 columns: function and constant, the same in twenty rounds, stand above them."""
    lines = [f"block {number}  {block.data[:32].hex()}", f"{'':{len(str(number)) + 6}}  {block.data[32:].hex()}"]
    for band in BANDS:
        heading = "  ".join(f"{name:8}" for name in ("f", "W", "a", "b", "c", "d", "e")).rstrip()
        lines += ["", f"rounds {band.first} to {band.last}: f is {band.name}, K is {band.k:08x}", f" t  {heading}"]
        if band.first == 0:
            lines.append(_registers("", block.before))
        for step in block.rounds[band.first : band.last + 1]:
            numbers = "  ".join(f"{value:08x}" for value in (step.f, step.w, *step.registers))
            lines.append(f"{step.t:2}  {numbers}")
    return [*lines, _registers("before + round 79", block.after)]


def _registers(name: str, words: Registers) -> str:
    """Five registers in their columns."""
    return f"{name:22}  " + "  ".join(f"{word:08x}" for word in words)
