"""From one scene to the next: a pure function of both and of how far the motion is, 0 to 1.

Marks with the same id move and change colour; marks of which more than that changes are cross-faded; new ones fade in,
or grow along their points; those that are gone fade out. An arrow that was still to come is drawn anew over its dashes
when its message crosses, and its label (`NAME/label` of the arrow `NAME`) rides with it. A bit flips quickly. Verdicts
appear one after the other. Every mark has its own stretch of the whole time, in milliseconds, so a slow message and a
quick fade keep their own pace side by side.
At 0 the scene is the old one, at 1 exactly the new one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, Final

from app.drawing.hits import bounds, painted_bounds
from app.drawing.marks import AnyMark, Box, Glyph, Label, Rect, Scene, Stroke, moved

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CHANGE: Final = 240
"""A step change inside the stage, ease-out."""
MOVE: Final = 500
"""Things that move to another place, such as registers moving down, ease-in-out."""
CROSS: Final = 700
"""A message crossing between peers, ease-in-out."""
FLIP: Final = 120
"""A bit that becomes 1 or 0: its cell and its digit."""
APART: Final = 60
"""Between one verdict and the next."""
STAGGER: Final = 720
"""All verdicts have begun to appear after this time, however many there are."""
SAME: Final = 0.25
"""A scene that has fewer of its marks in common with the one before is another figure: nothing crosses there, for what
it shows has crossed long ago."""
FAR: Final = 6
"""Stage units: what moves less only changes."""

Ease = Callable[[float], float]


def ease_out(t: float) -> float:
    """Cubic: fast first."""
    return 1 - (1 - t) ** 3


def ease_in_out(t: float) -> float:
    """Cubic: slow first and last."""
    return 4 * t**3 if t < 0.5 else 1 - (2 - 2 * t) ** 3 / 2


@dataclass(frozen=True, slots=True)
class Change:
    """One mark's part of the motion; `old` or `new` is None if the mark appears or goes."""

    old: AnyMark | None
    new: AnyMark | None
    start: float = 0
    length: float = CHANGE
    ease: Ease = ease_out
    ride: tuple[float, float] | None = None
    """From its place to where it sets out, for what rides with an arrow."""
    grows: bool = False
    """Whether it is drawn from its first point on, over what stood there before."""

    def at(self, time: float) -> tuple[AnyMark, ...]:
        """What stands there after `time` milliseconds."""
        t = self.ease(min(1.0, max(0.0, (time - self.start) / self.length)))
        old, new = self.old, self.new
        if new is not None and self.ride is not None:
            gone = () if old is None else (_ghost(old, 1 - t),)
            across, down = (by * (1 - t) for by in self.ride)
            return (new,) if t >= 1 else (*gone, moved(_faded(new, min(1.0, t * 5)), across, down))
        if new is not None and self.grows:
            below = () if old is None or t >= 1 else (_ghost(old, 1),)
            return (*below, _growing(new, t))
        if old is not None and new is not None:
            return between(old, new, t)
        if new is not None:
            return (_faded(new, t),)
        return (_faded(old, 1 - t),) if old is not None else ()

    def swept(self) -> tuple[float, float, float, float]:
        """All that the change may paint on: left, top, right, bottom. Paths are straight between the two ends."""
        marks = (self.new,) if self.old == self.new else (self.old, self.new)
        ends = [painted_bounds(mark) for mark in marks if mark is not None]
        area = ends[0].united(ends[1]) if len(ends) > 1 else ends[0]
        if self.ride is not None:
            start = replace(ends[-1], x=ends[-1].x + self.ride[0], y=ends[-1].y + self.ride[1])
            area = area.united(start)
        return area.x, area.y, area.right, area.bottom


def changes(old: Scene, new: Scene) -> tuple[Change, ...]:
    """What happens to every mark, first those that go, then all of the new scene in its order."""
    before = {mark.id: mark for mark in old}
    after = {mark.id for mark in new}
    gone = [Change(mark, None) for mark in old if mark.id not in after]
    verdicts = [mark for mark in new if mark.id not in before and _is_verdict(mark)]
    step = min(APART, STAGGER / len(verdicts)) if verdicts else 0
    starts = {mark.id: order * step for order, mark in enumerate(verdicts)}
    another = bool(before) and len(before.keys() & after) < SAME * len(after)
    arrows = {
        mark.id: mark
        for mark in new
        if isinstance(mark, Stroke) and not another and _crosses(before.get(mark.id), mark)
    }

    def change(mark: AnyMark) -> Change:
        old = before.get(mark.id)
        name, sign, _ = mark.id.partition("/label")
        if sign and name in arrows and old != mark:
            return Change(old, mark, 0, CROSS, ease_in_out, ride=_way_back(mark, arrows[name]))
        return _change(old, mark, starts.get(mark.id, 0), still=another)

    return (*gone, *map(change, new))


def duration(old: Scene, new: Scene) -> float:
    """How long the motion takes at 1x, in milliseconds; 0 if nothing changes."""
    return max((c.start + c.length for c in changes(old, new) if c.old != c.new), default=0)


def tween(old: Scene, new: Scene, t: float) -> Scene:
    """The scene at `t` (0..1) of the way."""
    if t <= 0:
        return old
    if t >= 1:
        return new
    return replace(new, marks=tuple(frame(changes(old, new), t * duration(old, new))))


def frame(parts: Sequence[Change], time: float) -> Iterator[AnyMark]:
    """The marks that stand after `time` milliseconds."""
    for part in parts:
        yield from part.at(time)


def _change(old: AnyMark | None, new: AnyMark, start: float, *, still: bool) -> Change:
    if not still and (_crosses(old, new) if isinstance(new, Stroke) else old is None and new.enter == "grow"):
        return Change(old, new, 0, CROSS, ease_in_out, grows=True)
    if old is None:
        return Change(None, new, start)
    if _flips(old, new):
        return Change(old, new, 0, FLIP)
    if _moved(old, new) > FAR:
        return Change(old, new, 0, MOVE, ease_in_out)
    return Change(old, new)


def _crosses(old: AnyMark | None, new: AnyMark) -> bool:
    """Whether this is a line that is drawn just now: it is new, or it was dashed and is not any more."""
    if not isinstance(new, Stroke) or new.enter != "grow" or new.dash:
        return False
    return old is None or (isinstance(old, Stroke) and bool(old.dash))


def _flips(old: AnyMark, new: AnyMark) -> bool:
    """Whether a bit becomes 1 or 0: a cell between tint and fill of one family, or its digit."""
    if isinstance(old, Box) and isinstance(new, Box) and old.rect == new.rect:
        (family, _, part), (other, _, now) = old.fill.partition("."), new.fill.partition(".")
        return family == other and {part, now} == {"tint", "fill"}
    return isinstance(old, Label) and isinstance(new, Label) and {old.text, new.text} == {"0", "1"}


def _way_back(mark: AnyMark, arrow: Stroke) -> tuple[float, float]:
    """From the place of a label on an arrow to the arrow's first point, along the arrow."""
    (ax, ay), (bx, by) = arrow.points[0], arrow.points[-1]
    area = bounds(mark)
    x, y = area.x + area.width / 2, area.y + area.height / 2
    dx, dy = bx - ax, by - ay
    part = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy or 1)
    part = min(1.0, max(0.0, part))
    return -part * dx, -part * dy


def _is_verdict(mark: AnyMark) -> bool:
    return isinstance(mark, Glyph) and mark.name in {"tick", "cross", "warning", "none"}


def _place(mark: AnyMark) -> tuple[float, float]:
    match mark:
        case Box():
            return mark.rect.x, mark.rect.y
        case Stroke():
            return mark.points[0] if mark.points else (0, 0)
        case _:
            return mark.x, mark.y


def _moved(old: AnyMark, new: AnyMark) -> float:
    (x0, y0), (x1, y1) = _place(old), _place(new)
    return hypot(x1 - x0, y1 - y0)


def between(old: AnyMark, new: AnyMark, t: float) -> tuple[AnyMark, ...]:
    """One mark that moves and changes colour, or two that are cross-faded because their content differs."""
    if old == new or t >= 1:
        return (new,)
    if t <= 0:
        return (old,)
    one = _one_between(old, new, t)
    if one is not None:
        return (replace(one, opacity=_mid(old.opacity, new.opacity, t)),)
    return _ghost(old, 1 - t), _faded(new, t)


def _one_between(old: AnyMark, new: AnyMark, t: float) -> AnyMark | None:
    """The mark on its way, or None if the two differ in more than place, size and colour."""
    match old, new:
        case Box(), Box() if _mixable((old.fill, new.fill), (old.stroke, new.stroke), (old.hatch, new.hatch)):
            return _between_boxes(old, new, t)
        case Label(), Label() if (old.text, old.runs, old.anchor) == (new.text, (), new.anchor):
            colour = _mix(old.color, new.color, t)
            return replace(new, x=_mid(old.x, new.x, t), y=_mid(old.y, new.y, t), color=colour)
        case Label(), Label() if old.runs and (old.runs, old.anchor) == (new.runs, new.anchor):
            return replace(new, x=_mid(old.x, new.x, t), y=_mid(old.y, new.y, t))
        case Stroke(), Stroke() if len(old.points) == len(new.points) and _mixable((old.fill, new.fill)):
            return _between_strokes(old, new, t)
        case Glyph(), Glyph() if (old.name, old.color, old.on) == (new.name, new.color, new.on):
            size = _mid(old.size, new.size, t)
            return replace(new, x=_mid(old.x, new.x, t), y=_mid(old.y, new.y, t), size=size)
        case _:
            return None


def _between_boxes(old: Box, new: Box, t: float) -> Box:
    a, b = old.rect, new.rect
    rect = Rect(_mid(a.x, b.x, t), _mid(a.y, b.y, t), _mid(a.width, b.width, t), _mid(a.height, b.height, t))
    return replace(
        new,
        rect=rect,
        fill=_mix(old.fill, new.fill, t),
        stroke=_mix(old.stroke, new.stroke, t),
        line=_mid(old.line, new.line, t),
        radius=_mid(old.radius, new.radius, t),
    )


def _between_strokes(old: Stroke, new: Stroke, t: float) -> Stroke:
    pairs = zip(old.points, new.points, strict=True)
    return replace(
        new,
        points=tuple((_mid(ax, bx, t), _mid(ay, by, t)) for (ax, ay), (bx, by) in pairs),
        color=_mix(old.color, new.color, t),
        fill=_mix(old.fill, new.fill, t),
        line=_mid(old.line, new.line, t),
    )


def _growing(mark: AnyMark, t: float) -> AnyMark:
    """A stroke travels from its first point; a box is drawn open from its left edge; anything else fades in."""
    if isinstance(mark, Stroke) and not mark.closed and len(mark.points) > 1:
        return replace(mark, points=travelled(mark.points, t), opacity=mark.opacity * min(1, t * 20))
    if isinstance(mark, Box):
        return replace(mark, rect=replace(mark.rect, width=mark.rect.width * t), opacity=mark.opacity * min(1, t * 20))
    return _faded(mark, t)


def travelled(points: tuple[tuple[float, float], ...], t: float) -> tuple[tuple[float, float], ...]:
    """The first part, `t` of its length, of a line through points."""
    lengths = [hypot(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(points)]
    left = sum(lengths) * t
    result = [points[0]]
    for ((ax, ay), (bx, by)), length in zip(pairwise(points), lengths, strict=True):
        part = min(1.0, left / length) if length else 1.0
        result.append((ax + (bx - ax) * part, ay + (by - ay) * part))
        left -= length
        if left <= 0:
            break
    return tuple(result)


def _ghost(mark: AnyMark, t: float) -> AnyMark:
    """What a mark was, silent, while the mark itself becomes something else."""
    return replace(_faded(mark, t), id=f"{mark.id}~", spoken="")


def _faded(mark: AnyMark, t: float) -> AnyMark:
    return mark if t >= 1 else replace(mark, opacity=mark.opacity * t)


def _mid(old: float, new: float, t: float) -> float:
    return old + (new - old) * t


def _mixable(*pairs: tuple[str, str]) -> bool:
    """Two colours can be mixed, or are both none."""
    return all(bool(old) == bool(new) for old, new in pairs)


def _mix(old: str, new: str, t: float) -> str:
    return new if old == new else f"{old}~{new}~{t:.3f}"
