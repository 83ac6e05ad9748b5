"""What the export dialog asks for, and what of it is remembered from one start to the next: plain values."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from app.publishing.choices import Choices
from app.publishing.formats import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping

BOARDS: Final = (".pdf", ".html", ".gif", ".apng", ".mmd")
"""The formats that hold all steps of a telling in one file."""

PER_PAGE: Final = (1, 2, 4, 6)
"""How many steps stand on a page of a handout."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One figure as `suffix`, or with `whole` all steps as `board`, of which a handout has `per_page` on a page; with
    `questions` pages and handouts ask what a lesson asks."""

    choices: Choices = field(default_factory=Choices)
    suffix: str = ".svg"
    whole: bool = False
    board: str = ".pdf"
    per_page: int = 2
    questions: bool = False

    @property
    def format(self) -> str:
        """The suffix of the file that is wanted."""
        return self.board if self.whole else self.suffix

    def after(self, before: Wanted) -> Wanted:
        """The same once the reader has changed `before` into this: a caption goes with the language of its figure."""
        was, now = before.choices, self.choices
        if was.lang != now.lang and now.captions == was.captions == was.lang:
            return replace(self, choices=replace(now, captions=now.lang))  # type: ignore[arg-type]  # a language
        return self


@dataclass(frozen=True, slots=True)
class Remembered:
    """The last wishes. Language and caption are only remembered if they were not what they would have been anyhow: the
    language of the window, and a caption in it for figures that are made for paper. `folder` is where the last file
    went."""

    wanted: Wanted = field(default_factory=Wanted)
    own_lang: bool = False
    own_captions: bool = False
    folder: str = ""

    def wanted_for(self, lang: str, *, captioned: bool) -> Wanted:
        """What is asked for at first, in a window of this language; one figure, not all steps."""
        chosen = self.wanted.choices
        lang = chosen.lang if self.own_lang else lang
        captions = chosen.captions if self.own_captions else _usual(lang, captioned=captioned)
        choices = replace(chosen, lang=lang, captions=captions)  # type: ignore[arg-type]  # one of Captions
        return replace(self.wanted, whole=False, choices=choices)

    def after(self, wanted: Wanted, lang: str, *, captioned: bool) -> Remembered:
        """With other wishes, made in a window of this language."""
        choices = wanted.choices
        usual = _usual(choices.lang, captioned=captioned)
        own_captions = self.own_captions or choices.captions != usual
        return replace(self, wanted=wanted, own_lang=choices.lang != lang, own_captions=own_captions)

    def to_dict(self) -> dict[str, str | int]:
        """As kept in a file; empty values are not chosen."""
        wanted = self.wanted
        kept = wanted.choices.to_dict()
        kept |= {"format": wanted.suffix, "board": wanted.board, "per_page": wanted.per_page, "folder": self.folder}
        kept["questions"] = int(wanted.questions)
        if not self.own_lang:
            kept["lang"] = ""
        if not self.own_captions:
            kept["captions"] = ""
        return kept

    @classmethod
    def from_dict(cls, stored: Mapping[str, object]) -> Remembered:
        """What was kept; each value that cannot be is the usual one."""
        choices, usual = Choices.from_dict(stored), Wanted()
        suffix, board, per_page = stored.get("format"), stored.get("board"), stored.get("per_page")
        folder = stored.get("folder")
        wanted = Wanted(
            choices,
            suffix=suffix if isinstance(suffix, str) and suffix in SUFFIXES else usual.suffix,
            board=board if isinstance(board, str) and board in BOARDS else usual.board,
            per_page=per_page if isinstance(per_page, int) and per_page in PER_PAGE else usual.per_page,
            questions=stored.get("questions") == 1,
        )
        return cls(
            wanted,
            own_lang=stored.get("lang") == choices.lang,
            own_captions=stored.get("captions") == choices.captions,
            folder=folder if isinstance(folder, str) else "",
        )


def _usual(lang: str, *, captioned: bool) -> str:
    return lang if captioned else "none"
