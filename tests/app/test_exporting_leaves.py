"""A storyboard in the preview: leafed through to its last page, answers included."""

from __future__ import annotations

from dataclasses import replace

import pytest
from storyboard_support import told

from app.exporting_leaves import Leaves
from app.publishing.choices import Choices
from app.publishing.remembered import Wanted
from app.publishing.whole import Whole
from app.storyboard.handout import pages_of
from app.storyboard.steps import Board
from app.widgets.export_preview import ExportPreview

HANDOUT = Wanted(whole=True, per_page=4)


@pytest.fixture
def preview(qtbot):
    widget = ExportPreview()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def leaves(preview):
    telling = told("opening-handshake")
    return Leaves(preview, Whole("opening-handshake", "lesson", lambda: telling), preview)


@pytest.mark.parametrize("questions", [False, True])
def test_the_last_page_is_reached_and_none_behind_it(leaves, preview, questions):
    count = leaves.show(replace(HANDOUT, questions=questions))
    pages = pages_of(Board(leaves.telling, "en", questions=questions), 4)
    assert (pages > -(-count // 4)) == questions
    for _ in range(pages + 3):
        leaves.leaf(1)
    assert preview.place.text() == f"Page {pages} of {pages}"
    for _ in range(pages + 3):
        leaves.leaf(-1)
    assert preview.place.text() == f"Page 1 of {pages}"


def test_a_page_of_the_web_is_leafed_by_steps(leaves, preview):
    count = leaves.show(replace(HANDOUT, board=".html"))
    leaves.leaf(1)
    assert preview.place.text() == f"Step 2 of {count}"
    for _ in range(count):
        leaves.leaf(1)
    assert preview.place.text() == f"Step {count} of {count}"


def test_a_sequence_is_text(leaves):
    assert "sequenceDiagram" in leaves.text(Wanted(Choices(lang="zh_CN"), whole=True, board=".mmd"))
    leaves.forget()
    leaves.leaf(1)  # nothing is shown: nothing happens
