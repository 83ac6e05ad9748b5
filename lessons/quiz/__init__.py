"""Questions that nobody has written: they are made from what is going on, and the protocol code knows what is right.

A maker looks at the facts of the present moment and throws dice for the rest: which byte, which length, which
signal. It runs the protocol for the right answer, and takes the wrong ones from known confusions (no mask, the wrong
key byte, CLOSED with the first Close ...). The same seed gives the same question again, another seed another one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lessons.narration import tables
from lessons.quiz.codes import told_code
from lessons.quiz.dice import Dice
from lessons.quiz.frames import legal_frame, masked_byte, whole_size
from lessons.quiz.states import state_after
from protocol.chorus import Chorus
from protocol.facts import FrameSent
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.quiz.made import Made
    from protocol.knowledge import Facts

    Maker = Callable[[Facts, Dice], Made]

AT: Final[dict[State, tuple[Maker, ...]]] = {
    State.CONNECTING: (state_after, whole_size),
    State.OPEN: (masked_byte, whole_size, legal_frame, state_after),
    State.CLOSING: (told_code, state_after, legal_frame),
    State.CLOSED: (told_code, state_after),
}
"""What is worth asking, by the state that the client is in."""


@dataclass(frozen=True, slots=True)
class Quiz:
    """A question in one language: its options by id, the right one, and why it is."""

    text: str
    options: dict[str, str]
    right: str
    answer: str


def ask(facts: Facts | Chorus, seed: int, lang: str) -> Quiz:
    """The question with this seed about the moment at which these facts are known."""
    one = facts.connection() if isinstance(facts, Chorus) else facts
    dice = Dice(seed)
    makers = AT[one.state(Role.CLIENT)]
    newest = one[len(one) - 1] if len(one) else None
    maker = makers[0] if isinstance(newest, FrameSent) and dice.throw(2) else dice.one_of(makers)
    return _in_words(maker(one, dice), dice, lang)


def _in_words(made: Made, dice: Dice, lang: str) -> Quiz:
    def said(name: str) -> str:
        return tables.text("quiz", name, lang).format(**made.words(lang))

    mixed = dice.mixed(made.options)
    options = {option: made.option_text(option, lang) for option in mixed}
    text = said(made.kind)
    return Quiz(text[:1].upper() + text[1:], options, made.right, said(made.kind + ".answer"))
