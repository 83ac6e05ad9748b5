"""A storyboard or a large picture made in a process of its own, so that a window goes on meanwhile, and can stop it.

in      a `Job` or a `Picture`, pickled, on stdin
out     `step N` for each step that is drawn, then `done SIZE` and that many bytes, or `failed JSON`; on stdout

python -m app.storyboard.apart
"""

from __future__ import annotations

import json
import pickle
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.model.telling import LessonTelling, RecordingTelling
from app.reasons import SaidError
from app.storyboard.formats import Look, whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from app.drawing.marks import Scene
    from app.model.telling import Telling
    from app.publishing.choices import Choices
    from lessons.model import Lesson
    from protocol.chorus import Played


@dataclass(frozen=True, slots=True)
class Job:
    """What is told (a run of a lesson, or a recording by its name), in which format, and how it is to look."""

    told: Lesson | str
    played: Played
    suffix: str
    look: Look
    faults: frozenset[str] = frozenset()
    depth: int = 0
    altered: bool = False

    @classmethod
    def of(cls, telling: Telling, suffix: str, look: Look) -> Job:
        """The job that tells the same."""
        if isinstance(telling, LessonTelling):
            story = telling.story
            faults = frozenset(story.faults)
            return cls(story.lesson, telling.played, suffix, look, faults, telling.depth, telling.altered)
        return cls(telling.title(look.lang), telling.played, suffix, look, depth=telling.depth)

    def telling(self) -> Telling:
        """What is told."""
        if isinstance(self.told, str):
            return RecordingTelling.of(self.told, self.played, self.depth)
        return LessonTelling.of(self.told, self.played, self.faults, self.depth, altered=self.altered)

    def made(self, told: Callable[[int], object]) -> bytes:
        """The file; `told` hears of each step."""
        return whole(self.telling(), self.suffix, self.look, told)

    def steps(self, telling: Telling) -> int:
        """How many steps are drawn: a page of the web has them in both languages."""
        return telling.count * (2 if self.suffix == "html" else 1)


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure of very many pixels, drawn as `choices` say."""

    scene: Scene
    choices: Choices

    def made(self, told: Callable[[int], object]) -> bytes:
        """The PNG file."""
        from app.drawing.png import to_png  # noqa: PLC0415  # a storyboard has none
        from app.drawing.render import render_image  # noqa: PLC0415  # a storyboard needs none of it
        from app.drawing.theme import THEMES  # noqa: PLC0415  # a storyboard needs none of it
        from app.publishing.choices import WIDTHS  # noqa: PLC0415  # a storyboard needs none of it

        scene, choices = self.scene, self.choices
        width = WIDTHS[choices.width]
        scale = (width / scene.width if width else 1.0) * choices.dpi / 96
        image = render_image(scene, THEMES[choices.theme], scale, choices.lang)
        told(1)
        return to_png(image, choices.dpi)


def run(given: BinaryIO, out: BinaryIO) -> None:
    """Read a job and do it."""
    try:
        job: Job | Picture = pickle.load(given)  # noqa: S301 - the window that started this process wrote it
        data = job.made(lambda number: _say(out, f"step {number}"))
    except SaidError as error:
        _say(out, "failed " + json.dumps({"context": error.context, "source": error.source, "values": error.values}))
    except ImportError as error:
        _say(out, "failed " + json.dumps({"missing": error.name or str(error)}))
    else:
        _say(out, f"done {len(data)}")
        out.write(data)
        out.flush()


def _say(out: BinaryIO, line: str) -> None:
    out.write(f"{line}\n".encode())
    out.flush()


if __name__ == "__main__":
    run(sys.stdin.buffer, sys.stdout.buffer)
