"""What a lesson is made of: frozen values, filled by `loader` from a lesson's folder.

A *scenario* says what the two programs are set up to do. It is run on real sockets, which gives a
recording; the observer turns that into facts. A *step* points at one fact and says which figure shows it.
Its words stand apart, one set a language. A *question* names the decider that runs the protocol to find its
answer. A *fault* is a change of the scenario that the learner may switch on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lessons.patching import patched
from protocol.vocabulary import GUID, VERSION, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

LANGUAGES: Final = ("en", "zh_CN")
"""The languages in which every lesson is complete; the first one is the source."""

DEEDS: Final = ("connect", "text", "binary", "ping", "close", "frame", "raw", "fin", "abort")
"""What an action may do: open the connection; send a message, a ping or a Close frame; write `hex` as the
payload of a frame with `opcode`, or as bare bytes; end the TCP connection with FIN or drop it with RST."""


class LessonError(Exception):
    """A mistake in a lesson's files: where it is and one sentence that says what it is."""

    def __init__(self, path: Path | None, line: int, sentence: str) -> None:
        super().__init__(f"{path}:{line}: {sentence}" if path else sentence)
        self.path = path
        self.line = line
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that the program at `who` does, as soon as everything before it has been answered."""

    id: str
    do: str
    who: str = Role.CLIENT.value
    text: str = ""
    hex: bytes = b""
    code: int | None = None
    reason: str = ""
    opcode: int = 0

    @property
    def role(self) -> Role:
        """Who acts."""
        return Role(self.who)


@dataclass(frozen=True, slots=True)
class ServerSetup:
    """The embedded server: None for `origins` or `hosts` allows all; `echo` sends every message back."""

    subprotocols: tuple[str, ...] = ()
    origins: tuple[str, ...] | None = None
    hosts: tuple[str, ...] | None = None
    guid: str = GUID
    echo: bool = True


@dataclass(frozen=True, slots=True)
class ClientSetup:
    """The embedded client: whether it sends messages back, and how many seconds it waits for the server."""

    echo: bool = False
    patience: float = 5.0


@dataclass(frozen=True, slots=True)
class Fault:
    """A change of the scenario that can be switched on: dotted names and their new values."""

    id: str
    patches: tuple[tuple[str, object], ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything that a run depends on, so that it repeats exactly.

    `key` is the text of Sec-WebSocket-Key, None: from the seed. `masks` are the client's first masking
    keys, later ones come from the seed. `headers` are added to the request, those named in `omit` are left
    out of it.
    """

    seed: int = 0
    key: str | None = None
    masks: tuple[bytes, ...] = ()
    host: str = "server.example.com"
    target: str = "/"
    origin: str | None = None
    subprotocols: tuple[str, ...] = ()
    version: int = VERSION
    headers: tuple[tuple[str, str], ...] = ()
    omit: tuple[str, ...] = ()
    server: ServerSetup = field(default_factory=ServerSetup)
    client: ClientSetup = field(default_factory=ClientSetup)
    actions: tuple[Action, ...] = ()
    faults: tuple[Fault, ...] = ()

    def patched(self, faults: Iterable[str] = ()) -> Scenario:
        """The scenario with these faults switched on, in the order in which the lesson lists them."""
        wanted = frozenset(faults)
        known = {fault.id for fault in self.faults}
        for unknown in sorted(wanted - known):
            listed = ", ".join(fault.id for fault in self.faults) or "none"
            raise LessonError(None, 0, f"There is no fault named “{unknown}”; here are: {listed}.")
        scenario = self
        for fault in self.faults:
            for name, value in fault.patches if fault.id in wanted else ():
                scenario = patched(scenario, name, value)
        return scenario


@dataclass(frozen=True, slots=True)
class Phase:
    """A named run of steps, shown below the scrubber. Its name is among the words."""

    id: str


@dataclass(frozen=True, slots=True)
class Step:
    """One picture of the lesson.

    `at` is the id of the newest fact that is known at this step; `figure` draws it, with `focus` enlarged
    and `options` for the figure's local controls. `hides` are globs of mark ids that are veiled while the
    question is open. With `when`, the step belongs to runs with one of these faults only; `unless` keeps it
    out of runs with one of them.
    """

    id: str
    phase: str
    figure: str
    at: str
    focus: str = ""
    options: Mapping[str, str | int] = field(default_factory=dict)
    rfc: tuple[str, ...] = ()
    question: str = ""
    hides: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """A prediction. `options` are ids of possible outcomes; the decider named `decide` runs the protocol
    with `params` and returns the outcome, which is the right option."""

    id: str
    decide: str
    options: tuple[str, ...]
    params: Mapping[str, object] = field(default_factory=dict)
    line: int = 0


@dataclass(frozen=True, slots=True)
class StepWords:
    """The words of a step. `title` stands above the stage, `label` and `side` above scrubber and text.

    The texts may hold **bold**, `code` and {placeholders}; `line` is where they start in their file.
    """

    title: str
    label: str
    side: str
    body: tuple[str, ...]
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """The words of a question: its options by id, and the sentence that explains the answer."""

    text: str
    options: Mapping[str, str]
    answer: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class FaultWords:
    """The words of a fault: its name on the switch and the sentence below it."""

    title: str
    sentence: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class LessonWords:
    """All words of a lesson in one language, by the ids of what they belong to. `path` is the file."""

    path: Path
    title: str
    goal: str
    phases: Mapping[str, str]
    steps: Mapping[str, StepWords]
    questions: Mapping[str, QuestionWords]
    faults: Mapping[str, FaultWords]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A whole lesson; `words` by language, complete in each."""

    slug: str
    group: str
    order: int
    path: Path
    scenario: Scenario
    phases: tuple[Phase, ...]
    steps: tuple[Step, ...]
    questions: tuple[Question, ...]
    words: Mapping[str, LessonWords]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What can be switched on."""
        return self.scenario.faults

    def question(self, question_id: str) -> Question | None:
        """The question with this id, or None."""
        return next((question for question in self.questions if question.id == question_id), None)


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the course with its lessons in order; `titles` by language."""

    id: str
    titles: Mapping[str, str]
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """All lessons, group by group."""

    groups: tuple[Group, ...]

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """Every lesson in the order in which the course teaches them."""
        return tuple(lesson for group in self.groups for lesson in group.lessons)

    def lesson(self, slug: str) -> Lesson | None:
        """The lesson with this slug, or None."""
        return next((lesson for lesson in self.lessons if lesson.slug == slug), None)
