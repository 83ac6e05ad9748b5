"""Frozen values that are made quickly, for what a figure has by the thousand.

`dataclass(frozen=True)` guards its fields at run time and pays for that when a value is made: every field goes through
`object.__setattr__`, which takes longer than all the rest. Here the guard is the type checker's alone, for which this
`dataclass` is that of the standard library; at run time the fields are set directly. Comparing, hashing and showing
are written once for all classes instead of being compiled for each: the program starts sooner.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from typing import TYPE_CHECKING

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen, slots=True, kw_only=False):
        """The decorator; `frozen` says that nobody may change a value, so it is hashable."""
        assert frozen

        def decorate(cls):
            made = dataclasses.dataclass(cls, eq=False, repr=False, slots=slots, kw_only=kw_only)
            compared = [one.name for one in dataclasses.fields(made) if one.compare]
            made.__eq__, made.__hash__ = _comparing(attrgetter(*compared))
            if "__repr__" not in cls.__dict__:
                made.__repr__ = _repr
            return made

        return decorate

    def _comparing(values):
        """`__eq__` and `__hash__` over the values of some fields."""

        def equal(self, other):
            return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

        def hashed(self):
            return hash(values(self))

        return equal, hashed

    def _repr(self):
        shown = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr)
        return f"{type(self).__qualname__}({shown})"
