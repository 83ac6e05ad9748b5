"""The command line: one file a verb. Each module has `add_parser(subparsers)` and `run(arguments) -> exit code`.

A verb's module is imported only when its verb is called, so that `accept` answers at once and never loads Qt. Without a
verb, the window opens.
"""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from typing import Final, NoReturn

VERBS: Final = {
    "lessons": "list the course",
    "lesson": "run a lesson on real sockets and tell it here",
    "decode": "frames to fields, bits, meaning and verdicts",
    "encode": "the bytes of a frame, wrong ones included",
    "accept": "the accept value of a key, with every SHA-1 round",
    "inspect": "what is in a pcap, pcapng, HAR or recording",
    "export": "write a figure without a window",
    "serve": "an echo server and its browser page",
    "connect": "a client: lines go out, what arrives is printed",
    "proxy": "sits between any client and any server and shows both sides",
    "screenshots": "take the pictures of the READMEs",
    "doctor": "what this machine has or lacks, and what mends it",
}
"""Every verb with its sentence for --help; each is a module of this package."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, without the usage text in front of it."""

    def error(self, message: str) -> NoReturn:
        """One sentence on stderr, exit code 2."""
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")


def run(arguments: list[str]) -> int:
    """Hand over to the verb, or to the window; output cut short by a closed pipe is no error."""
    try:
        try:
            return _run(arguments)
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except BrokenPipeError:
        _write_no_more()
        return 0
    except KeyboardInterrupt:
        return 130


def _write_no_more() -> None:
    """Nobody reads any more: what Python still holds back for stdout goes nowhere when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _run(arguments: list[str]) -> int:
    verb = arguments[0] if arguments else ""
    if verb not in VERBS:
        window = import_module("app.commands.window")
        return int(window.run(window.parser().parse_args(arguments)))
    module = import_module(f"app.commands.{verb}")
    parser = Parser(prog="main.py")
    subparsers = parser.add_subparsers(dest="verb", parser_class=Parser)
    module.add_parser(subparsers)
    return int(module.run(parser.parse_args(arguments)))
