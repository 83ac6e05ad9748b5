"""A whole window without network or settings: lessons run once on real sockets and are kept for all tests."""

from __future__ import annotations

import asyncio
from functools import cache

from PySide6.QtWidgets import QApplication

from app.desk import Desk
from app.drawing.canvas import Canvas
from app.network.scenario import play
from app.session import Session
from app.settings import Settings
from app.translate import Translators
from app.widgets.main_window import MainWindow
from lessons.loader import load_course
from lessons.order import Order

COURSE = load_course()


@cache
def recorded(slug, faults=frozenset(), moves=(), change=None):
    return asyncio.run(play(Order(COURSE.lesson(slug).scenario, faults, moves, change)))


@cache
def translators():
    """One for all desks of the tests, as a program has: another would not know which language the last one left."""
    return Translators(QApplication.instance())


def run_recorded(order, done):
    """A runner that answers at once, with what was recorded of the same order."""
    slug = next(lesson.slug for lesson in COURSE.lessons if lesson.scenario is order.scenario)
    done(recorded(slug, order.faults, order.moves, order.change))


def make_desk(size=(1440, 900), lang="en", theme="light", runner=run_recorded, file=None):
    canvas = Canvas()
    window = MainWindow(canvas, "0")
    settings = Settings(language=lang, theme=theme, motion="reduced")
    desk = Desk(window, canvas, Session(COURSE, runner, window), translators(), file, settings)
    desk.set_language(lang)
    desk.set_theme(theme)
    desk.follow_system()
    window.resize(*size)
    return desk


def shown(desk):
    """The canvas's picture as bytes, without rings or tooltips of the pointer."""
    desk.canvas.finish()
    image = desk.canvas.grab().toImage()
    return bytes(image.constBits())
