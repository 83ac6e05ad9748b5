"""What is wrong with a lesson, in the reader's language. The sentences are those of `lessons`, which knows no
translation.

Names that stand in the files are left as they are, and so is what a library says of a file that it cannot read.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.reasons import QT_TRANSLATE_NOOP, REASONS
from lessons.error import WordedError, whole
from protocol.extension_list import ExtensionError

if TYPE_CHECKING:
    from lessons.error import LessonError

PARTS: Final = frozenset({"kind", "what", "which", "who", "why"})
"""The values that are words of ours, if they are words at all."""

LESSONS: Final = (
    QT_TRANSLATE_NOOP("mistakes", "The lesson cannot be read: {reason}."),
    QT_TRANSLATE_NOOP("mistakes", "The file is not UTF-8: byte {place}."),
    QT_TRANSLATE_NOOP("mistakes", "This is not TOML: {why}."),
    QT_TRANSLATE_NOOP("mistakes", "A lesson begins with slug, group and order: {why}."),
    QT_TRANSLATE_NOOP("mistakes", "There is no group “{group}” in course.toml."),
    QT_TRANSLATE_NOOP("mistakes", "Two lessons have the slug “{slug}”."),
    QT_TRANSLATE_NOOP("mistakes", "There is no lesson named “{slug}”; the course has: {known}."),
    QT_TRANSLATE_NOOP("mistakes", "There is no fault named “{id}”; here are: {known}."),
    QT_TRANSLATE_NOOP("mistakes", "There is no move named “{id}”; here are: {known}."),
    QT_TRANSLATE_NOOP("mistakes", "Write “[[{table}]]” for each {kind}."),
    QT_TRANSLATE_NOOP("mistakes", "Two {kind}s have the id “{id}”."),
    QT_TRANSLATE_NOOP("mistakes", "The {kind} has no key “{key}”; known are: {known}."),
    QT_TRANSLATE_NOOP("mistakes", "“{key}” must be a text."),
    QT_TRANSLATE_NOOP("mistakes", "The {kind} lacks “{key}”."),
    QT_TRANSLATE_NOOP("mistakes", "“{key}” must be a whole number."),
    QT_TRANSLATE_NOOP("mistakes", "“{key}” must be a list of texts."),
    QT_TRANSLATE_NOOP("mistakes", "Write “[scenario]” as a table."),
    QT_TRANSLATE_NOOP("mistakes", "There is no play “{play}”; known are: {known}."),
    QT_TRANSLATE_NOOP("mistakes", "A variant and a fault have the id “{id}”."),
    QT_TRANSLATE_NOOP("mistakes", "Nobody can do “{do}”; known are: {known}."),
    QT_TRANSLATE_NOOP("mistakes", "“{name}” is neither client nor server."),
    QT_TRANSLATE_NOOP("mistakes", "The fault “{id}” sets nothing."),
    QT_TRANSLATE_NOOP("mistakes", "The move “{id}” does nothing."),
    QT_TRANSLATE_NOOP("mistakes", "“set” of the {kind} “{id}” must be a table."),
    QT_TRANSLATE_NOOP("mistakes", "Write “[[{table}.action]]” for each action of “{id}”."),
    QT_TRANSLATE_NOOP("mistakes", "Write “[goal]” as a table."),
    QT_TRANSLATE_NOOP("mistakes", "Write “[[goal.condition]]” for each condition of the goal."),
    QT_TRANSLATE_NOOP("mistakes", "“solution” is for each run a list of faults and moves."),
    QT_TRANSLATE_NOOP("mistakes", "There is no fault and no move “{id}”."),
    QT_TRANSLATE_NOOP("mistakes", "There is no decider “{name}”; known are: {known}."),
    QT_TRANSLATE_NOOP("mistakes", "“{id}” needs two or more options that differ."),
    QT_TRANSLATE_NOOP("mistakes", "“options” must be a table of texts and numbers."),
    QT_TRANSLATE_NOOP("mistakes", "There is no figure “{name}”; known are: {known}."),
    QT_TRANSLATE_NOOP("mistakes", "“depth” is 1, 2 or 3."),
    QT_TRANSLATE_NOOP("mistakes", "A lesson needs at least one step."),
    QT_TRANSLATE_NOOP("mistakes", "There is no {kind} “{id}”."),
    QT_TRANSLATE_NOOP("mistakes", "No step asks the question “{id}”."),
    QT_TRANSLATE_NOOP("mistakes", "The step “{id}” goes back to the phase “{phase}”."),
    QT_TRANSLATE_NOOP("mistakes", "There is no value named “{{{name}}}”."),
    QT_TRANSLATE_NOOP("mistakes", "The words cannot be read: {reason}."),
    QT_TRANSLATE_NOOP("mistakes", "The words are not UTF-8: {why} at byte {place}."),
    QT_TRANSLATE_NOOP("mistakes", "The first line must be “# ” and the lesson’s title."),
    QT_TRANSLATE_NOOP("mistakes", "There are two sections “{heading} {id}”."),
    QT_TRANSLATE_NOOP("mistakes", "A heading is “## ” with {kinds} and an id, not “{line}”."),
    QT_TRANSLATE_NOOP("mistakes", "“{key}” is given twice."),
    QT_TRANSLATE_NOOP("mistakes", "The option “{option}” is given twice."),
    QT_TRANSLATE_NOOP("mistakes", "A {kind} has no margin note."),
    QT_TRANSLATE_NOOP("mistakes", "The lesson has no {kind} “{id}”."),
    QT_TRANSLATE_NOOP("mistakes", "The section “## {heading} {id}” is missing."),
    QT_TRANSLATE_NOOP("mistakes", "“{name}” has no place in the {kind} “{id}”."),
    QT_TRANSLATE_NOOP("mistakes", "The {kind} “{id}” has no “{name}”."),
    QT_TRANSLATE_NOOP("mistakes", "Below the title stands {what}: one paragraph, not {found}."),
    QT_TRANSLATE_NOOP("mistakes", "Below the {kind} “{id}” stands {what}: one paragraph, not {found}."),
    QT_TRANSLATE_NOOP("mistakes", "The step “{id}” has {found} paragraphs, not 1 or 2."),
    QT_TRANSLATE_NOOP("mistakes", "The question “{id}” has no option “{option}”."),
    QT_TRANSLATE_NOOP("mistakes", "The question “{id}” lacks the option “{option}”."),
    QT_TRANSLATE_NOOP("mistakes", "The goal has no condition “{id}”."),
    QT_TRANSLATE_NOOP("mistakes", "The goal lacks the condition “{id}”."),
    QT_TRANSLATE_NOOP("mistakes", "The step “{id}” waits for “{fact}”, which did not happen."),
    QT_TRANSLATE_NOOP("mistakes", "The question “{id}” cannot be decided: {error!r}."),
    QT_TRANSLATE_NOOP("mistakes", "The outcome of the question “{id}” is “{outcome}”, which is none of its options."),
    QT_TRANSLATE_NOOP("mistakes", "The scenario cannot be run: {error}."),
    QT_TRANSLATE_NOOP("mistakes", "There is no schedule “{name}”; known are: {known}."),
)
"""Every sentence that a LessonError can have of its own."""

CONDITIONS: Final = (
    QT_TRANSLATE_NOOP("mistakes", "The table has no row “{wanted}”; it has: {rows}."),
    QT_TRANSLATE_NOOP("mistakes", "There is no value named “{name}”."),
    QT_TRANSLATE_NOOP(
        "mistakes",
        "“{text}” is no condition: write FACT, “not FACT”, “count FACT >= N”, “VALUE = TEXT” or “row WHO …”.",
    ),
)
"""What can be wrong with the condition of a goal (`lessons.goals`)."""

PATCHES: Final = (
    QT_TRANSLATE_NOOP("mistakes", "There is nothing named {name!r} to set; here are: {known}."),
    QT_TRANSLATE_NOOP("mistakes", "{name!r} is not one value; name one of its parts."),
    QT_TRANSLATE_NOOP("mistakes", "{name!r} takes a text, not {new!r}."),
    QT_TRANSLATE_NOOP("mistakes", "{name!r} takes a whole number, not {new!r}."),
    QT_TRANSLATE_NOOP("mistakes", "{name!r} takes a number of seconds, not {new!r}."),
    QT_TRANSLATE_NOOP("mistakes", "{name!r} takes true or false, not {new!r}."),
    QT_TRANSLATE_NOOP("mistakes", "{name!r} takes hex digits, not {new!r}."),
    QT_TRANSLATE_NOOP("mistakes", "{name!r} takes a list, not {new!r}."),
    QT_TRANSLATE_NOOP("mistakes", "{name!r} takes a table of names and texts, not {new!r}."),
)
"""Why a value cannot be set (`lessons.patching`)."""

VALUES: Final = (
    QT_TRANSLATE_NOOP("mistakes", "This run has no request."),
    QT_TRANSLATE_NOOP("mistakes", "This run has no response."),
    QT_TRANSLATE_NOOP("mistakes", "This run has no {name} header."),
    QT_TRANSLATE_NOOP("mistakes", "This run has no accept value."),
    QT_TRANSLATE_NOOP("mistakes", "This run has no frame {number} from the {who}."),
    QT_TRANSLATE_NOOP("mistakes", "This run does not end for the {who}."),
    QT_TRANSLATE_NOOP("mistakes", "A {which} has no {part}."),
    QT_TRANSLATE_NOOP("mistakes", "The key of this run is not base64 of 16 bytes."),
    QT_TRANSLATE_NOOP("mistakes", "There is no round {place} in block {block}."),
    QT_TRANSLATE_NOOP("mistakes", "There is no block {block}."),
    QT_TRANSLATE_NOOP("mistakes", "There is no word {place} in block {block}."),
    QT_TRANSLATE_NOOP("mistakes", "There is no base64 group {number}."),
    QT_TRANSLATE_NOOP("mistakes", "Frame {number} of the {who} has no masked byte {place}."),
    QT_TRANSLATE_NOOP("mistakes", "There is no close code in the action “{action_id}”."),
    QT_TRANSLATE_NOOP("mistakes", "The key of this run has no bit {bit}."),
    QT_TRANSLATE_NOOP("mistakes", "There is no round {what}."),
    QT_TRANSLATE_NOOP("mistakes", "The answer has no bit {bit}."),
    QT_TRANSLATE_NOOP("mistakes", "The {who} has sent no head."),
    QT_TRANSLATE_NOOP("mistakes", "This run has no {part} of the HTTP/2 {kind} {number}."),
    QT_TRANSLATE_NOOP("mistakes", "This run has no message {number} of the {who}."),
    QT_TRANSLATE_NOOP("mistakes", "This run has several connections."),
    QT_TRANSLATE_NOOP("mistakes", "There is no action “{action_id}”."),
    QT_TRANSLATE_NOOP("mistakes", "The {who} has sent fewer than two frames."),
    QT_TRANSLATE_NOOP("mistakes", "Nobody probed a connection that then ended."),
    QT_TRANSLATE_NOOP("mistakes", "This run has no message {number} from the {who}."),
    QT_TRANSLATE_NOOP("mistakes", "This run has no compression."),
    QT_TRANSLATE_NOOP("mistakes", "Message {number} of the {who} has no {kind} {place}."),
    QT_TRANSLATE_NOOP("mistakes", "This run has no compressed message of {least} bytes from the {who}."),
    QT_TRANSLATE_NOOP("mistakes", "This run has no {which} of extensions."),
    QT_TRANSLATE_NOOP("mistakes", "The {who} of this run has no limit of its own."),
    QT_TRANSLATE_NOOP("mistakes", "There is no moment “{kind}” in this run."),
    QT_TRANSLATE_NOOP("mistakes", "The client is told nothing in this run."),
    QT_TRANSLATE_NOOP("mistakes", "There is no connection {place} in this run."),
    QT_TRANSLATE_NOOP("mistakes", "Connection {place} has no request."),
    QT_TRANSLATE_NOOP("mistakes", "There is no crowd “{name}” in this run."),
    QT_TRANSLATE_NOOP("mistakes", "The crowd “{name}” is not complete in this run."),
    QT_TRANSLATE_NOOP("mistakes", "This run has no {kind} {number}."),
    QT_TRANSLATE_NOOP("mistakes", "Nobody heard word {number}."),
    QT_TRANSLATE_NOOP("mistakes", "Nobody greeted {session}."),
    QT_TRANSLATE_NOOP("mistakes", "The page of {session} was told nothing."),
    QT_TRANSLATE_NOOP("mistakes", "This run has no handshake."),
    QT_TRANSLATE_NOOP("mistakes", "This run has no segment {number} from the {who}."),
    QT_TRANSLATE_NOOP("mistakes", "The text in frame {number} of the {who} is valid."),
    QT_TRANSLATE_NOOP("mistakes", "The connection “{name}” has no {part}."),
    QT_TRANSLATE_NOOP("mistakes", "This run has no connection “{name}”."),
    QT_TRANSLATE_NOOP("mistakes", "Nothing more went through TLS in this run."),
    QT_TRANSLATE_NOOP("mistakes", "Nobody sent too much in this run."),
    QT_TRANSLATE_NOOP("mistakes", "This run has no frame {number} from the client of “{connection}”."),
    QT_TRANSLATE_NOOP("mistakes", "This run has no {which} visitor."),
    QT_TRANSLATE_NOOP("mistakes", "Nothing stands in the cache."),
    QT_TRANSLATE_NOOP("mistakes", "This run has no frame from the server."),
    QT_TRANSLATE_NOOP("mistakes", "This run has no moment of the kind {kind}."),
    QT_TRANSLATE_NOOP("mistakes", "Nothing was given to Ben's program."),
    QT_TRANSLATE_NOOP("mistakes", "There is no message {number}."),
    QT_TRANSLATE_NOOP("mistakes", "Ada sent no frame {number}."),
    QT_TRANSLATE_NOOP("mistakes", "Ada's connection is not over."),
    QT_TRANSLATE_NOOP("mistakes", "Nobody does “{deed}” in this run."),
    QT_TRANSLATE_NOOP("mistakes", "Nobody is told anything in this run."),
    QT_TRANSLATE_NOOP("mistakes", "There is no ping in this run."),
    QT_TRANSLATE_NOOP("mistakes", "Only one side is told in this run."),
    QT_TRANSLATE_NOOP("mistakes", "Nobody's heart beats in this run."),
)
"""Why a value that the words name is not there (`lessons.values`, `lessons.more_values`)."""

NOUNS: Final = (
    QT_TRANSLATE_NOOP("mistakes", "lesson"),
    QT_TRANSLATE_NOOP("mistakes", "scenario"),
    QT_TRANSLATE_NOOP("mistakes", "phase"),
    QT_TRANSLATE_NOOP("mistakes", "step"),
    QT_TRANSLATE_NOOP("mistakes", "question"),
    QT_TRANSLATE_NOOP("mistakes", "fault"),
    QT_TRANSLATE_NOOP("mistakes", "variant"),
    QT_TRANSLATE_NOOP("mistakes", "move"),
    QT_TRANSLATE_NOOP("mistakes", "goal"),
    QT_TRANSLATE_NOOP("mistakes", "condition"),
    QT_TRANSLATE_NOOP("mistakes", "action"),
    QT_TRANSLATE_NOOP("mistakes", "its summary"),
    QT_TRANSLATE_NOOP("mistakes", "its name"),
    QT_TRANSLATE_NOOP("mistakes", "its text"),
    QT_TRANSLATE_NOOP("mistakes", "its sentence"),
    QT_TRANSLATE_NOOP("mistakes", "its task"),
    QT_TRANSLATE_NOOP("mistakes", "client"),
    QT_TRANSLATE_NOOP("mistakes", "server"),
    QT_TRANSLATE_NOOP("mistakes", "request"),
    QT_TRANSLATE_NOOP("mistakes", "response"),
    QT_TRANSLATE_NOOP("mistakes", "offer"),
    QT_TRANSLATE_NOOP("mistakes", "answer"),
    QT_TRANSLATE_NOOP("mistakes", "first"),
    QT_TRANSLATE_NOOP("mistakes", "second"),
    QT_TRANSLATE_NOOP("mistakes", "code"),
    QT_TRANSLATE_NOOP("mistakes", "copy"),
    QT_TRANSLATE_NOOP("mistakes", "invalid start byte"),
    QT_TRANSLATE_NOOP("mistakes", "invalid continuation byte"),
    QT_TRANSLATE_NOOP("mistakes", "unexpected end of data"),
)
"""Parts of these sentences: those that stand for one of `PARTS`."""


@dataclass(frozen=True, slots=True)
class _Cause:
    """An error as it stands in the sentence of another one."""

    kind: str
    text: str

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"{self.kind}({self.text!r})"


def said_lesson(error: LessonError) -> str:
    """What is wrong and, if it is in a file, where."""
    sentence = QCoreApplication.translate("mistakes", error.source).format(**_said_values(error.values))
    return f"{error.path}:{error.line}: {sentence}" if error.path else sentence


def _said_values(values: dict[str, object]) -> dict[str, object]:
    return {name: _said_value(name, value) for name, value in values.items()}


def _said_value(name: str, value: object) -> object:
    if isinstance(value, WordedError):
        return _cause(value, "mistakes", whole(value.source), value.values)
    if isinstance(value, ExtensionError):
        return _cause(value, "extensions", value.text, {})
    if name == "reason":
        return _said_reason(str(value))
    return QCoreApplication.translate("mistakes", value) if isinstance(value, str) and name in PARTS else value


def _said_reason(reason: str) -> str:
    """Why the operating system said no, which is known by its own sentence."""
    source = next((words for number, words in REASONS.items() if os.strerror(number) == reason), "")
    words = QCoreApplication.translate("reasons", source)
    return reason if words == source else words


def _cause(error: Exception, context: str, source: str, values: dict[str, object]) -> object:
    """The error in the present language; as it is in the language that it speaks."""
    words = QCoreApplication.translate(context, source)
    if words == source:
        return error
    return _Cause(type(error).__name__, words.format(**_said_values(values)).rstrip("。"))
