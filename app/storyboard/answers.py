"""Questions and answers of a handout: what is asked at a step, and the last pages, where all of it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font, Label
from app.plain_words import plain_words
from app.storyboard.page_step import ANSWERS
from app.storyboard.prose import set_in_lines
from app.storyboard.steps import lettered
from app.widgets.markdown import Run, Runs

if TYPE_CHECKING:
    from app.drawing.marks import AnyMark, Measure, Rect
    from app.storyboard.steps import Board, Question

LINE: Final = "\u2028"
"""A line ends here, but no paragraph."""

SIZE: Final = 13.0
HEADING: Final = 44.0
BETWEEN: Final = 12.0


def question_runs(question: Question) -> Runs:
    """The question in bold and its options by letter, each in its line."""
    asked = tuple(run._replace(bold=True) for run in question.text)
    options = (
        run
        for place, option in enumerate(question.options)
        for run in (Run(LINE), Run(f"{lettered(place)}  ", bold=True), *option)
    )
    return (*asked, *options)


def answer_pages(board: Board, paper: Rect, measure: Measure) -> list[list[AnyMark]]:
    """The marks of each page of answers; none if nothing is asked."""
    pages: list[list[AnyMark]] = []
    y = paper.bottom
    for number in range(1, board.count + 1):
        question = board.question(number)
        if question is None:
            continue
        prose = set_in_lines([_answer(board, number, question)], SIZE, paper.width, measure)
        if y + prose.height > paper.bottom:
            head = plain_words(board.lang).translate("storyboard", ANSWERS)
            pages.append(
                [Label(id="answers", x=paper.x, y=paper.y + 22, text=head, font=Font(18, bold=True), color="text")]
            )
            y = paper.y + HEADING
        pages[-1] += prose.labels(f"answer.{number}", paper.x, y)
        y += prose.height + BETWEEN
    return pages


def _answer(board: Board, number: int, question: Question) -> Runs:
    title = board.telling.step(number - 1, board.lang).title
    right = (Run(f"{lettered(question.right)}  ", bold=True), *question.options[question.right])
    return (Run(f"{number}  {title}", bold=True), Run(LINE), *right, Run(LINE), *question.answer)
