"""Strict changes of frozen values by dotted names: how a lesson fills a scenario and a fault breaks it.

`server.guid` names the field `guid` of the field `server`; `actions.bye.code` names the field `code` of the
action with the id `bye`. The value must have the type of the field that it replaces: TOML has no bytes, so
a field of bytes takes hex digits. Anything else is a PatchError with one sentence, to which the loader adds
the file and the line.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from lessons.error import WordedError

if TYPE_CHECKING:
    from collections.abc import Callable

Value = TypeVar("Value")


class PatchError(WordedError, ValueError):
    """A change that a value does not take."""


def patched(value: Value, name: str, new: object) -> Value:
    """`value` with the field that the dotted `name` points to replaced by `new`."""
    changed: Value = _patched(value, name.split("."), new, name)
    return changed


def field_names(value: object) -> tuple[str, ...]:
    """What may be set in `value`, in the order of its declaration."""
    return tuple(field.name for field in fields(value)) if is_dataclass(value) else ()


def _patched(value: Any, path: list[str], new: object, whole: str) -> Any:
    head, rest = path[0], path[1:]
    if isinstance(value, tuple):
        return _patched_item(value, head, rest, new, whole)
    kinds = {field.name: str(field.type) for field in fields(value)} if is_dataclass(value) else {}
    if head not in kinds:
        known = ", ".join(kinds) or "none"
        raise PatchError("there is nothing named {name!r} to set; here are: {known}", name=whole, known=known)
    if rest:
        return replace(value, **{head: _patched(getattr(value, head), rest, new, whole)})
    convert = CONVERTERS.get(kinds[head])
    if convert is None:
        raise PatchError("{name!r} is not one value; name one of its parts", name=whole)
    return replace(value, **{head: convert(new, whole)})


def _patched_item(items: tuple[Any, ...], item_id: str, rest: list[str], new: object, whole: str) -> Any:
    ids = [getattr(item, "id", "") for item in items]
    if item_id not in ids or not item_id or not rest:
        known = ", ".join(filter(None, ids))
        raise PatchError("there is nothing named {name!r} to set; here are: {known}", name=whole, known=known)
    place = ids.index(item_id)
    return (*items[:place], _patched(items[place], rest, new, whole), *items[place + 1 :])


def _text(new: object, name: str) -> str:
    if isinstance(new, str):
        return new
    raise PatchError("{name!r} takes a text, not {new!r}", name=name, new=new)


def _number(new: object, name: str) -> int:
    if isinstance(new, int) and not isinstance(new, bool):
        return new
    raise PatchError("{name!r} takes a whole number, not {new!r}", name=name, new=new)


def _seconds(new: object, name: str) -> float:
    if isinstance(new, int | float) and not isinstance(new, bool) and new >= 0:
        return float(new)
    raise PatchError("{name!r} takes a number of seconds, not {new!r}", name=name, new=new)


def _switch(new: object, name: str) -> bool:
    if isinstance(new, bool):
        return new
    raise PatchError("{name!r} takes true or false, not {new!r}", name=name, new=new)


def _hex(new: object, name: str) -> bytes:
    try:
        return bytes.fromhex(_text(new, name))
    except ValueError:
        raise PatchError("{name!r} takes hex digits, not {new!r}", name=name, new=new) from None


def _list(new: object, name: str) -> list[object]:
    if isinstance(new, list):
        return new
    raise PatchError("{name!r} takes a list, not {new!r}", name=name, new=new)


def _pairs(new: object, name: str) -> tuple[tuple[str, str], ...]:
    if isinstance(new, dict):
        return tuple((str(key), _text(value, name)) for key, value in new.items())
    raise PatchError("{name!r} takes a table of names and texts, not {new!r}", name=name, new=new)


CONVERTERS: Final[dict[str, Callable[[object, str], Any]]] = {
    "str": _text,
    "str | None": _text,
    "int": _number,
    "int | None": _number,
    "float": _seconds,
    "bool": _switch,
    "bytes": _hex,
    "tuple[str, ...]": lambda new, name: tuple(_text(item, name) for item in _list(new, name)),
    "tuple[str, ...] | None": lambda new, name: tuple(_text(item, name) for item in _list(new, name)),
    "tuple[int, ...]": lambda new, name: tuple(_number(item, name) for item in _list(new, name)),
    "tuple[bytes, ...]": lambda new, name: tuple(_hex(item, name) for item in _list(new, name)),
    "tuple[tuple[str, str], ...]": _pairs,
}
"""How a value of TOML becomes one of a field, by the field's declared type; other types have parts."""
