"""Who is right: every question names a decider, which runs the protocol and returns the outcome.

A decider is a pure function of the run's facts and the question's own parameters. The ids of a question's
options are possible outcomes (`101`, `1005`, `CLOSING` ...), so that the right option is the one that the
protocol code produced and no lesson can claim another. Deciders build fresh endpoints; they never look at
the answer's words. They stand by subject in `deciders`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.deciders import DECIDERS

if TYPE_CHECKING:
    from lessons.model import Question
    from protocol.chorus import Chorus
    from protocol.knowledge import Facts


def decide(question: Question, facts: Facts | Chorus) -> str:
    """The id of the option that is right, decided by running."""
    return DECIDERS[question.decide](facts, question.params)
