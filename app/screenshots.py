"""The pictures that the READMEs show, as a list: what each is of, in which look, and what it is called.

Each is taken once in every language: `NAME.png` in English, for README.md, and `NAME-zh.png` in Chinese, for
README.zh-CN.md. What is shown is run when the picture is taken, with ports and times that are the same every time, so
the same program gives the same bytes. No Qt here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["learn", "presenter", "lab", "live", "capture", "figure"]

USUAL: Final = (1440, 900)

HELLO: Final = bytes.fromhex("818537fa213d7f9f4d5158")
"""The masked “Hello” of RFC 6455 section 5.7."""

SPLIT_PING: Final = bytes.fromhex("098537fa213d7f9f4d5158")
"""A ping that is not the last fragment of itself: sections 5.4 and 5.5 forbid it."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture. A lesson is named with the id of its step, a frame is given with its bytes; `talks` are the lessons
    and faults whose connections come to Live or stand in the file that Capture opens."""

    name: str
    kind: Kind
    lesson: str = ""
    step: str = ""
    faults: tuple[str, ...] = ()
    frame: bytes = b""
    talks: tuple[tuple[str, str], ...] = ()
    theme: str = "light"
    size: tuple[int, int] = USUAL

    def file_name(self, lang: str) -> str:
        """What it is called in this language."""
        return self.name + {"en": "", "zh_CN": "-zh"}[lang] + ".png"


SHOTS: Final = (
    Shot("opening-handshake", "learn", "opening-handshake", "key"),
    Shot("accept-key", "learn", "accept-key", "round-19"),
    Shot("frame", "learn", "frames", "mask"),
    Shot("closing-handshake", "learn", "closing-handshake", "both"),
    Shot("presenter", "presenter", "masking", "unmask", theme="dark"),
    Shot("lab", "lab", frame=SPLIT_PING),
    Shot(
        "live", "live",
        talks=(("errors", ""), ("text-and-utf8", ""), ("fragmentation", ""), ("errors", "rsv1")),
    ),
    Shot("capture", "capture", talks=(("fragmentation", ""), ("errors", "opcode-3"), ("closing-handshake", ""))),
    Shot("figure", "figure", frame=HELLO, theme="paper"),
    Shot("scaling-out", "learn", "scaling-out", "all"),
)  # fmt: skip
