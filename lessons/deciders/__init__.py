"""Every decider by the name that a lesson uses: the functions that the files of this folder list as DECIDERS."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lessons.deciders.common import Decider


def _found() -> dict[str, Decider]:
    found: dict[str, Decider] = {}
    for file in sorted(module.name for module in iter_modules(__path__)):
        for decider in getattr(import_module(f"{__name__}.{file}"), "DECIDERS", ()):
            if decider.__name__ in found:
                raise ValueError(f"two deciders are named {decider.__name__!r}")
            found[decider.__name__] = decider
    return found


DECIDERS: Final = _found()
