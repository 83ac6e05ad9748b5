"""A TOML file that knows the lines of its keys and tables, for errors that say where they are.

`tomllib` gives line numbers for syntax errors only, so the line of a key or a table is found by searching the text.
"""

from __future__ import annotations

import re
import tomllib
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from lessons.error import LessonError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


TABLE: Final = re.compile(r"^\[\[([\w.-]+)\]\]\s*\n(?:(?!\[).*\n)*?id\s*=\s*[\"']([^\"'\n]*)[\"']", re.MULTILINE)
"""The head of a table and its id."""


class Source:
    """One file; `wrong` makes the LessonError for a mistake in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.content = path.read_text(encoding="utf-8")
            self.root: dict[str, Any] = tomllib.loads(self.content)
        except OSError as error:
            raise LessonError(path, 1, "The lesson cannot be read: {reason}.", reason=error.strerror) from None
        except UnicodeDecodeError as error:
            raise LessonError(path, 1, "The file is not UTF-8: byte {place}.", place=error.start) from None
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"line (\d+)", str(error))
            at = int(line[1]) if line else self.content.count("\n") + 1
            raise LessonError(path, at, "This is not TOML: {why}.", why=error) from None

    def wrong(self, source: str, /, *signs: str, **values: object) -> LessonError:
        """The mistake that `source` with `values` says, at the last of these signs that the text holds, each searched
        after the one before."""
        place = 0
        for sign in signs:
            found = re.compile(rf"^.*(?<![\w-]){re.escape(sign)}(?![\w-])", re.MULTILINE).search(self.content, place)
            place = found.end() - 1 if found else place
        return LessonError(self.path, self.content.count("\n", 0, place) + 1, source, **values)

    def line(self, kind: str, one_id: str) -> int:
        """Where the table `[[kind]]` with this id begins."""
        return self._lines.get((kind, one_id), 1)

    @cached_property
    def _lines(self) -> dict[tuple[str, str], int]:
        """Where each table with an id begins, the first one if there are several alike."""
        found: dict[tuple[str, str], int] = {}
        line, counted = 1, 0
        for match in TABLE.finditer(self.content):
            line, counted = line + self.content.count("\n", counted, match.start()), match.start()
            found.setdefault((match[1], match[2]), line)
        return found

    def tables(self, kind: str, keys: Iterable[str] = ()) -> list[dict[str, Any]]:
        """All `[[kind]]` tables; they have ids that differ and, if `keys` are given, no other keys."""
        tables = self.root.get(kind, [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise self.wrong("Write “[[{table}]]” for each {kind}.", kind, table=kind, kind=kind)
        seen: set[str] = set()
        for table in tables:
            one_id = self.text(table, "id", kind)
            if one_id in seen:
                signs = (f'"{one_id}"', f'"{one_id}"')
                raise self.wrong("Two {kind}s have the id “{id}”.", *signs, kind=kind, id=one_id)
            seen.add(one_id)
            if keys:
                self.only(table, keys, kind)
        return tables

    def only(self, table: Mapping[str, Any], keys: Iterable[str], kind: str = "lesson") -> None:
        """No keys but these."""
        known = tuple(keys)
        for key in table:
            if key not in known:
                source = "The {kind} has no key “{key}”; known are: {known}."
                raise self.wrong(source, *self._signs(table), key, kind=kind, key=key, known=", ".join(known))

    def text(self, table: Mapping[str, Any], key: str, kind: str = "lesson") -> str:
        """A text that must be there."""
        value = table.get(key)
        if isinstance(value, str) and value:
            return value
        signs = self._signs(table)
        if key in table:
            raise self.wrong("“{key}” must be a text.", *signs, key, key=key)
        raise self.wrong("The {kind} lacks “{key}”.", *(signs or (f"[[{kind}]]",)), kind=kind, key=key)

    def number(self, table: Mapping[str, Any], key: str) -> int:
        """A whole number that must be there."""
        value = table.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong("“{key}” must be a whole number.", *self._signs(table), key, key=key)
        return value

    def texts(self, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        """A list of texts; empty if it is not there."""
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong("“{key}” must be a list of texts.", *self._signs(table), key, key=key)
        return tuple(value)

    @staticmethod
    def _signs(table: Mapping[str, Any]) -> tuple[str, ...]:
        return (f'"{table["id"]}"',) if isinstance(table.get("id"), str) else ()
