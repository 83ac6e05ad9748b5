"""`inspect`: a pcap, pcapng, HAR or recording: its connections, frames and messages, each judged rule by rule."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.commands.output import BROKEN, FINE, complain, print_text, visible, writing
from lessons.model import LANGUAGES

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from app.files.remarks import Remark
    from protocol.filters import Filter
    from protocol.ledger import Ledger

ONLY: Final = {
    "violations": "is:violation",
    "warnings": "is:warning",
    "gaps": "is:gap",
    "unjudged": "is:unjudged",
    "heads": "is:head",
    "findings": "is:violation,warning",
}
"""What `--only` can be, as a filter."""

SLICE: Final = 20_000
"""How many rows are looked at once."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb `inspect`."""
    parser = subparsers.add_parser(
        "inspect",
        help="what is in a pcap, pcapng, HAR or recording",
        description="Shows the WebSocket connections in a capture or a recording, every frame and head judged by"
        " every rule of RFC 6455 and 7692.",
    )
    parser.add_argument("file", metavar="FILE", help="a pcap, pcapng, HAR or recording of this program")
    parser.add_argument("--only", choices=list(ONLY), help="list these rows only")
    parser.add_argument(
        "--filter", metavar="EXPR", help="list these rows only, such as 'conn:2 len>0 op:text' (see Live and Capture)"
    )
    parser.add_argument("--summary", action="store_true", help="no rows: what became of each connection")
    parser.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0], help="the language of the summary")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """0 no rule is broken, 1 a rule is broken, 2 the file or the filter cannot be read."""
    from app.files.opening import open_file
    from app.files.remarks import CaptureError
    from protocol.filters import FilterError, compile_filter
    from protocol.ledger import Ledger

    wanted = " ".join(f"({part})" for part in (ONLY.get(arguments.only), arguments.filter) if part)
    chosen = compile_filter(wanted)
    if isinstance(chosen, FilterError):
        mistake = compile_filter(arguments.filter)  # with places as they were typed
        error = mistake if isinstance(mistake, FilterError) else chosen
        return complain(f"The filter cannot be read at character {error.position + 1}: {error.sentence}")
    ledger, remarks = Ledger(), list[Any]()
    try:
        for _ in open_file(Path(arguments.file), ledger, remark=remarks.append):
            pass
    except CaptureError as error:
        return complain(str(error))
    if arguments.json:
        _print_json(ledger, chosen, remarks, rows=not arguments.summary)
    else:
        _print_text(ledger, None if arguments.summary else chosen, remarks, arguments.lang)
    return BROKEN if ledger.counts.violations else FINE


def _places(ledger: Ledger, chosen: Filter) -> Iterator[int]:
    for start in range(0, len(ledger), SLICE):
        yield from chosen.run(ledger, start, start + SLICE)


def _print_json(ledger: Ledger, chosen: Filter, remarks: list[Remark], *, rows: bool) -> None:
    from app.commands.inspecting import json_pieces
    from protocol.summary import summary

    said = [{"text": str(remark), "kind": remark.kind, "connection": remark.talk} for remark in remarks]
    if not rows:
        from app.commands.output import print_json

        print_json({**summary(ledger).document(), "remarks": said})
        return
    with writing():
        for piece in json_pieces(ledger, _places(ledger, chosen), said):
            sys.stdout.write(piece)
        sys.stdout.write("\n")


def _print_text(ledger: Ledger, chosen: Filter | None, remarks: list[Remark], lang: str) -> None:
    from app.commands.inspecting import row_lines
    from lessons.narration.verdicts import summary_lines
    from protocol.summary import summary

    if chosen is not None:
        listed = 0
        for place in _places(ledger, chosen):
            print_text("\n".join(row_lines(ledger, place)))
            listed += 1
        if not chosen.everything:
            print_text(f"{listed:,} of {len(ledger):,} rows")
        print_text("")
    print_text("\n".join(visible(line) for line in summary_lines(summary(ledger), lang)))
    for remark in remarks:
        print_text(visible(str(remark)))
