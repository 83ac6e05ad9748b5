"""A presentation under keys: where it is, and every place that a key leads through."""

from desk_support import COURSE, make_desk, recorded
from PySide6.QtCore import Qt

from app.model.telling import LessonTelling

Key = Qt.Key
THEATRE = COURSE.lesson("closing-handshake")


def presented(qtbot, slug="closing-handshake", **options):
    desk = make_desk(**options)
    qtbot.addWidget(desk.window)
    desk.session.open_slug(slug)
    desk.window.show()
    press(qtbot, desk, Key.Key_F5)
    return desk


def press(qtbot, desk, *keys):
    for key in keys:
        qtbot.keyClick(desk.window, key)


def place(desk):
    """Which variant is on, and the step."""
    return next((number for number, one in enumerate(desk.variants) if one.on), 0), desk.session.timeline.step


def at_end(desk):
    return desk.window.layers.end.isVisible()


def walked(qtbot, desk, key):
    """All places that one key leads through, until it leads no further; the end is none of them."""
    before, places = None, [place(desk)]
    while before != (place(desk), at_end(desk)):
        before = place(desk), at_end(desk)
        press(qtbot, desk, key)
        if place(desk) != places[-1]:
            places.append(place(desk))
    return places


def whole_way():
    """Every step of every variant of the theatre, as its runs have them."""
    places = []
    for number, variant in enumerate(THEATRE.variants):
        faults = frozenset({variant.id})
        telling = LessonTelling.of(THEATRE, recorded(THEATRE.slug, faults), faults)
        places += [(number, step) for step in range(telling.count)]
    return places
