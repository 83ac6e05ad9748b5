"""The way back: every state that a bench has had, one step for each edit, and which of them is shown."""

from __future__ import annotations

from typing import Final, Generic, TypeVar

State = TypeVar("State")

MOST: Final = 500
"""How many states are kept: with frames of 64 KiB, no more than 32 MiB."""


class History(Generic[State]):
    """States from the oldest to the newest. After an edit nothing can be redone any more."""

    def __init__(self, first: State) -> None:
        self._first = first
        self._states = [first]
        self._at = 0
        self._in_stroke = False
        self._stroke_moved = False

    @property
    def state(self) -> State:
        """What is shown."""
        return self._states[self._at]

    @property
    def can_undo(self) -> bool:
        """Whether there is an older state."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """Whether a newer state was left by undoing."""
        return self._at < len(self._states) - 1

    @property
    def is_reset(self) -> bool:
        """Whether what is shown is where the bench began."""
        return self.state == self._first

    def push(self, state: State) -> bool:
        """One edit; whether it changed anything. All edits of a stroke are one step."""
        if state == self.state:
            return False
        if self._stroke_moved:
            self._states[self._at] = state
            return True
        del self._states[self._at + 1 :]
        self._states.append(state)
        del self._states[: max(0, len(self._states) - MOST)]
        self._at = len(self._states) - 1
        self._stroke_moved = self._in_stroke
        return True

    def begin(self, state: State) -> bool:
        """One edit that is a beginning as well: it is where `reset` leads from now on."""
        self._first = state
        return self.push(state)

    def reset(self) -> bool:
        """Back to the beginning, as one step that can be undone."""
        return self.push(self._first)

    def stroke(self, on: bool) -> None:
        """A stroke begins or ends: dragging over bits paints many and is one step."""
        self._in_stroke, self._stroke_moved = on, False

    def undo(self) -> bool:
        """One step back, if there is one."""
        return self._go(-1)

    def redo(self) -> bool:
        """One step forward again, if there is one."""
        return self._go(1)

    def _go(self, by: int) -> bool:
        self.stroke(on=False)
        target = self._at + by
        if not 0 <= target < len(self._states):
            return False
        self._at = target
        return True
