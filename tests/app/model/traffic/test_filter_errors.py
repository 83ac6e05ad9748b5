"""Every sentence that a filter can be refused with is known here, so that it can be translated."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from app.model.traffic.filter_errors import SENTENCES, said_error
from protocol.filters import FilterError, compile_filter

PROTOCOL = Path(__file__).resolve().parents[4] / "protocol"


def _sources() -> set[str]:
    """Every text with a capital letter and an end that the modules of the filter give to a problem."""
    found = set()
    for path in PROTOCOL.glob("filter*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        docs = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, ast.Module)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                parts = node.args if name in {"problem", "FilterProblem"} else []
            elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "problem":
                parts = [node.value]
            else:
                parts = []
            texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
            found |= {text for text in texts if text not in docs}
    return found


def test_every_sentence_is_known() -> None:
    assert _sources() == set(SENTENCES)


@pytest.mark.parametrize("text", ["lenn>0", "len>", "(len>0", 'text:"a', "or", "op:foo", "time:34-30", "is:nothing"])
def test_what_is_said(text: str) -> None:
    error = compile_filter(text)
    assert isinstance(error, FilterError)
    assert said_error(error) == error.sentence
    assert 0 <= error.position <= len(text)
