"""The sentences of errors as the sources have them, for the tests that hold the lists of `app` against them."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

from translations_support import Sentence, finished, ts_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ROOT = Path(__file__).resolve().parents[1]


def sentences(paths: Iterable[Path], places: Mapping[str, int]) -> set[str]:
    """What these files give to the functions of `places`, whose sentence is the argument at that place.

    It is a text, or a name that was given one before in the same function. What is handed on from another error is
    left out; anything else, such as a text that is put together, cannot be translated."""
    return {text for path in paths for text in _sentences(ast.parse(path.read_text("utf-8")), places)}


def _sentences(tree: ast.Module, places: Mapping[str, int]) -> Iterator[str]:
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
        for call in calls:
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            if name in places:
                yield from _texts(call.args[places[name]], function)


def _texts(argument: ast.expr, function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[str]:
    """What this argument of a call in the function can be."""
    parameters = {one.arg for one in (*function.args.posonlyargs, *function.args.args)}
    if isinstance(argument, ast.Constant):
        assert isinstance(argument.value, str)
        yield argument.value
    elif isinstance(argument, ast.Name) and argument.id not in parameters:
        given = [node for node in ast.walk(function) if isinstance(node, ast.Assign) and _name(node) == argument.id]
        last = max((node for node in given if node.lineno < argument.lineno), key=lambda node: node.lineno)
        yield from _texts(last.value, function)
    else:
        handed_on = isinstance(argument, ast.Name) or "error.source" in ast.unparse(argument)
        assert handed_on, f"this cannot be translated: {ast.unparse(argument)}"


def _name(node: ast.Assign) -> str:
    return getattr(node.targets[0], "id", "")


def untranslated(context: str, sources: Iterable[str]) -> list[str]:
    """Those that have no Chinese words, or the same as in English."""
    chinese = finished(ts_path("zh_CN"))
    return [source for source in sources if chinese.get(Sentence(context, source, ""), []) in ([], [source])]
