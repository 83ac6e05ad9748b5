"""What tests with foreign peers share: `main.py serve` as a process, what is said, and a judge of the recording.

The judge is our own observer: what a peer and our endpoint said to each other is recorded, read again, and must break
no rule; what the recording tells must be what the programs on both sides were given.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from patience_support import PATIENCE

from protocol.facts import Broke, FrameArrived, FrameSent, MessageArrived
from protocol.observer import observe
from protocol.recording import load
from protocol.vocabulary import Role

ROOT = Path(__file__).parents[1]

CHINESE = "你好，世界。掩码、帧、分片：握手之后才有 WebSocket。"
NOISE = random.Random(101).randbytes(600)
"""Bytes that nothing can shorten, more of them than the smallest two windows hold."""

FAR = NOISE * 4 + NOISE[:256] * 6
"""Copies from 600 bytes back, which a window of 256 or 512 bytes cannot reach, and from 256 back, which all can."""

TALK = ["Hello", "", CHINESE * 40, FAR, b"", "😀" * 50, FAR, "Hello"]
"""Texts and binaries, the same ones again: a window that is taken over shows."""

MIB = 2**20
FIVE = {"ws": NOISE * (5 * MIB // len(NOISE)), "wss": CHINESE * (5 * MIB // len(CHINESE.encode()))}
"""A binary and a text of 5 MiB, one for each kind of TCP connection."""


@contextmanager
def served(*words, folder=None):
    """A server process on a free port: `url` and `page` are its addresses, `out` is all it printed, at the end.

    `folder` is where its certificate is kept."""
    environ = {**os.environ, **({"XDG_DATA_HOME": str(folder), "HOME": str(folder)} if folder else {})}
    process = subprocess.Popen(
        [sys.executable, "main.py", "serve", "--port", "0", *map(str, words)],
        cwd=ROOT, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        process.url, process.page = re.search(r"(wss?://\S+/) .*(https?://\S+/)", process.stdout.readline()).groups()
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
        process.out, process.err = process.communicate(timeout=PATIENCE)
    assert process.err == ""


def judged(recording):
    """The facts of a recording in which nobody broke a rule, and in which every frame that was sent arrived."""
    facts = observe(recording)
    assert [(fact.who.value, fact.rule.id) for fact in facts.of(Broke)] == []
    sent, arrived = facts.of(FrameSent), facts.of(FrameArrived)
    assert {(fact.who, fact.number) for fact in sent} == {(fact.who, fact.number) for fact in arrived}
    return facts


def judged_file(path):
    """The same for a file that was recorded."""
    loaded = load(path)
    assert loaded.damage == ""
    return judged(loaded.recording)


def said(facts, who):
    """What `who` said: its messages, texts as `str` and binaries as `bytes`."""
    messages = [fact.message for fact in facts.of(MessageArrived) if fact.who is who]
    return [message.payload if message.text is None else message.text for message in messages]


def check_echo(facts, messages):
    """Both sides said these messages, and in that order."""
    assert said(facts, Role.CLIENT) == messages
    assert said(facts, Role.SERVER) == messages
