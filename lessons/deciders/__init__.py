"""Every decider by the name that a lesson uses: the functions that the files of this folder list as DECIDERS.

A file is imported when one of its deciders is first asked for; whoever counts them has all files imported.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from lessons.late import modules_for, modules_of

if TYPE_CHECKING:
    from types import ModuleType

    from lessons.deciders.common import Decider


class Deciders(Mapping[str, "Decider"]):
    """The deciders by name."""

    def __init__(self) -> None:
        self._found: dict[str, Decider] = {}

    def __getitem__(self, name: str) -> Decider:
        if name not in self._found:
            for module in modules_for(__name__, f"def {name}("):
                own = _own(module)
                if name in own:
                    self._found[name] = own[name]
                    break
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    @cached_property
    def _all(self) -> dict[str, Decider]:
        found: dict[str, Decider] = {}
        for module in modules_of(__name__):
            for name, decider in _own(module).items():
                if name in found:
                    raise ValueError(f"two deciders are named {name!r}")
                found[name] = decider
        return found


def _own(module: ModuleType) -> dict[str, Decider]:
    return {decider.__name__: decider for decider in getattr(module, "DECIDERS", ())}


DECIDERS: Final = Deciders()
