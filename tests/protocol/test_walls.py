"""Walls between the rooms: who may import whom, read off the imports themselves.

    protocol  <-  lessons  <-  app  <-  main.py

An import counts wherever it stands, in a function or only for type checking too. `protocol/ruff.toml` and
`lessons/ruff.toml` say the same to whoever writes there.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

QT = ("PySide6", "shiboken6", "qasync")
NETWORK = ("asyncio", "socket", "ssl", "selectors", "app.network")
CLOCK_AND_CHANCE = ("time", "datetime", "random", "secrets", "uuid")
ROOMS = (
    "commands", "diagram", "figures", "files", "model", "network", "publishing", "session", "storyboard", "widgets",
)  # fmt: skip
"""The rooms of `app` that marks know nothing of."""

THREADS = ("threading", "subprocess", "multiprocessing", "concurrent")


@dataclass(frozen=True)
class Wall:
    """The files that match `room` import nothing of what is `kept_out`, except those in `doors`."""

    room: str
    kept_out: tuple[str, ...]
    doors: tuple[str, ...] = ()


WALLS = (
    Wall("protocol/**/*.py", ("lessons", "app", "main", *QT, *NETWORK, *CLOCK_AND_CHANCE, *THREADS)),
    Wall("lessons/**/*.py", ("app", "main", *QT, *NETWORK, *CLOCK_AND_CHANCE, *THREADS)),
    Wall("app/**/*.py", ("main", "tests")),
    Wall(
        "app/**/*.py", ("asyncio",), doors=("app/network/", "app/storyboard/running.py", "app/run.py", "app/commands/")
    ),
    Wall(
        "app/figures/**/*.py",
        (*QT, *NETWORK, *CLOCK_AND_CHANCE, "app.widgets", "app.session", "app.commands"),
    ),
    Wall("app/drawing/values.py", (*QT, *NETWORK, *CLOCK_AND_CHANCE, "protocol", "lessons", "app")),
    Wall(
        "app/drawing/marks.py",
        (*QT, *NETWORK, *CLOCK_AND_CHANCE, "protocol", "lessons", *(f"app.{room}" for room in ROOMS)),
    ),
    Wall("app/drawing/**/*.py", (*NETWORK, "app.widgets", "app.session", "app.commands")),
    Wall("app/widgets/**/*.py", (*NETWORK, "app.commands")),
    Wall("app/model/**/*.py", (*NETWORK, "PySide6.QtGui", "PySide6.QtWidgets", "app.widgets", "app.commands")),
    Wall("app/network/**/*.py", (*QT, "app.widgets", "app.figures", "app.drawing", "app.session")),
)


@cache
def imports(path: Path) -> frozenset[str]:
    """The full names that a file imports: `a.b` and `a.b.c` for `from a.b import c`."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports say the whole name"
            names.add(node.module or "")
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(names)


def belongs(name: str, room: str) -> bool:
    """Whether the module `name` is `room` or lies in it."""
    return name == room or name.startswith(room + ".")


def breaches(wall: Wall) -> list[str]:
    """Every import that goes through the wall."""
    found = []
    for path in sorted(ROOT.glob(wall.room)):
        place = path.relative_to(ROOT).as_posix()
        if not place.startswith(wall.doors or ("\0",)):
            names = {name for name in imports(path) for room in wall.kept_out if belongs(name, room)}
            found += [f"{place} imports {name}" for name in sorted(names)]
    return found


def reachable(path: Path, seen: set[Path]) -> set[Path]:
    """The project's files that are loaded with `path`, itself included."""
    if path not in seen:
        seen.add(path)
        for name in imports(path):
            for each in (
                ROOT / (name.replace(".", "/") + ".py"),
                ROOT / name.replace(".", "/") / "__init__.py",
            ):
                if each.is_file():
                    reachable(each, seen)
    return seen


@pytest.mark.parametrize("wall", WALLS, ids=lambda wall: f"{wall.room}, not {wall.kept_out[0]}")
def test_nothing_goes_through_the_wall(wall: Wall) -> None:
    assert breaches(wall) == []


def test_the_protocol_needs_only_the_standard_library() -> None:
    allowed = sys.stdlib_module_names | {"protocol"}
    for path in ROOT.glob("protocol/**/*.py"):
        assert {name.split(".")[0] for name in imports(path)} <= allowed, path


def test_the_lessons_need_only_the_protocol() -> None:
    allowed = sys.stdlib_module_names | {"protocol", "lessons"}
    for path in ROOT.glob("lessons/**/*.py"):
        assert {name.split(".")[0] for name in imports(path)} <= allowed, path


@pytest.mark.parametrize("room", ["app/figures/**/*.py", "app/drawing/marks.py"])
def test_what_a_figure_loads_knows_no_qt_either(room: str) -> None:
    for path in ROOT.glob(room):
        for each in reachable(path, set()):
            through = {name for name in imports(each) if name.split(".")[0] in QT}
            assert not through, f"{path} loads {each}, which imports {through}"


@pytest.mark.parametrize("room", ["protocol", "lessons"])
def test_ruff_is_told_the_same(room: str) -> None:
    config = tomllib.loads((ROOT / room / "ruff.toml").read_text(encoding="utf-8"))
    assert config["extend"] == "../pyproject.toml"
    banned = set(config["lint"]["flake8-tidy-imports"]["banned-api"])
    wall = next(wall for wall in WALLS if wall.room.startswith(room))
    assert {"app", "main", "PySide6", "asyncio", "socket", "time", "random", "secrets"} <= banned
    assert banned <= set(wall.kept_out)


def test_a_breach_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "bad.py").write_text("def f():\n    from PySide6.QtCore import QObject\n")
    (tmp_path / "room" / "door.py").write_text("import asyncio.events\nimport PySide6x\n")
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    assert breaches(Wall("room/*.py", QT)) == [
        "room/bad.py imports PySide6.QtCore",
        "room/bad.py imports PySide6.QtCore.QObject",
    ]
    assert breaches(Wall("room/*.py", ("asyncio",), doors=("room/door.py",))) == []
    assert breaches(Wall("room/*.py", ("asyncio",))) == ["room/door.py imports asyncio.events"]


def test_every_wall_has_a_room_behind_it() -> None:
    for wall in WALLS:
        assert any(ROOT.glob(wall.room)), wall.room
