"""What the desk of the Lab asks of every bench."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.drawing.marks import Room, Scene, Words
    from app.model.control import Control
    from app.model.lab.history import History

Choices = tuple[tuple[tuple[object, str], ...], object]
"""(value, words) of each segment, and the value that is on."""

Wire = tuple[str, str, tuple[tuple[str, int], ...]]
"""The bottom bar: a headline, a sentence, and (colour family, bytes) in wire order."""


class Bench:
    """One bench. Edits raise LabError when they cannot be made; then nothing has changed."""

    history: History[Any]

    def crumb(self, words: Words) -> str:
        """The name of the bench above the title."""
        raise NotImplementedError

    def title(self, words: Words) -> str:
        """The headline of the stage."""
        raise NotImplementedError

    def scene(self, room: Room) -> Scene:
        """The stage."""
        raise NotImplementedError

    def shown(self, words: Words) -> object:
        """What the side pane shows."""
        raise NotImplementedError

    def edit(self, name: str, value: object) -> None:
        """A field of the side pane was set or typed."""
        raise NotImplementedError

    def wire(self, words: Words) -> Wire:
        """The bottom bar."""
        raise NotImplementedError

    def paste(self, text: str) -> None:
        """Bytes as text from the clipboard."""
        raise NotImplementedError

    def choices(self, words: Words) -> Choices:
        """The segments at the right of the title; none by default."""
        del words
        return (), None

    def choose(self, value: object) -> None:
        """A segment was chosen."""

    def views(self, words: Words) -> Choices:
        """A second row of segments, for what is shown; none by default."""
        del words
        return (), None

    def choose_view(self, value: object) -> None:
        """A segment of the second row was chosen."""

    def controls(self, words: Words) -> tuple[Control, ...]:
        """The figure's own controls; none by default."""
        del words
        return ()

    def control(self, name: str, value: int) -> None:
        """A control was moved."""

    def use_chip(self, name: str) -> None:
        """A chip of the side pane was clicked."""

    def set_bit(self, bit: int, value: int) -> None:
        """A bit of `editable` was turned over on the stage."""

    def touch(self, mark_id: str) -> None:
        """A mark of the stage was clicked."""

    @property
    def data(self) -> tuple[bytes, Role] | None:
        """The bytes that can be copied and sent, and whose they are; None if they are no frames."""
        return None

    @property
    def editable(self) -> bytes | None:
        """The bytes whose bits can be turned over on the stage."""
        return None


def directions(words: Words) -> tuple[tuple[object, str], ...]:
    """The segments of a bench whose frames go one way or the other."""
    return (
        (Role.CLIENT, words.translate("lab", "Client → server")),
        (Role.SERVER, words.translate("lab", "Server → client")),
    )
