"""Modules of a folder have their turn one by one."""

from __future__ import annotations

import sys

import pytest

from lessons import late

PACKAGE = "folder_of_late_modules"


@pytest.fixture
def package(tmp_path, monkeypatch):
    folder = tmp_path / PACKAGE
    folder.mkdir()
    for name, text in {"__init__": "", "a": "# fish", "b": "# bird", "c": "# fish fish", "d": "FISH = 1"}.items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield PACKAGE
    for name in [name for name in sys.modules if name.startswith(PACKAGE)]:
        del sys.modules[name]
    late._texts.cache_clear()


def loaded():
    return sorted(name.rpartition(".")[2] for name in sys.modules if name.startswith(f"{PACKAGE}."))


def test_the_likeliest_has_its_turn_first_and_the_others_are_not_imported(package):
    assert next(late.modules_for(package, "fish")).__name__ == f"{package}.c"
    assert loaded() == ["c"]
    assert next(late.modules_for(package, "bird")).__name__ == f"{package}.c"  # it is there already
    assert [module.__name__[-1] for module in late.modules_for(package, "bird")] == ["c", "b", "a", "d"]


def test_all_are_there_in_the_end(package):
    assert [module.__name__[-1] for module in late.modules_of(package)] == ["a", "b", "c", "d"]
    assert loaded() == ["a", "b", "c", "d"]
