"""A folder of modules that are imported one by one, when something in them is first asked for.

A lesson uses a few of all deciders and values there are, and the window opens one lesson. Which module to import next
is guessed: what is there already costs nothing, and whoever defines a name has it written down, most often where it is
at home. All modules have their turn, so that a wrong guess costs time and never a name.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType


def modules_for(package: str, word: str) -> Iterator[ModuleType]:
    """All modules of the package, each imported when it is its turn; those that hold the word come before the rest."""
    for name in sorted(_texts(package), key=lambda name: _distance(package, name, word)):
        yield import_module(f"{package}.{name}")


def _distance(package: str, name: str, word: str) -> tuple[bool, int, str]:
    """How late the module has its turn."""
    return f"{package}.{name}" not in sys.modules, -_texts(package)[name].count(word), name


def modules_of(package: str) -> Iterator[ModuleType]:
    """All modules of the package in the order of their names."""
    for name in _texts(package):
        yield import_module(f"{package}.{name}")


@cache
def _texts(package: str) -> dict[str, str]:
    """The text of each module by its name; empty where there is no source to read."""
    spec = find_spec(package)
    assert spec is not None
    folders = [str(folder) for folder in spec.submodule_search_locations or ()]
    files = {name: Path(folder, f"{name}.py") for folder in folders for _, name, _ in iter_modules([folder])}
    return {name: file.read_text(encoding="utf-8") if file.is_file() else "" for name, file in sorted(files.items())}
