"""The stage as its user meets it: size, motion, hovering, pinning, keys."""

import pytest
from drawing_support import gallery
from PySide6.QtCore import QPoint, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from app.drawing import projector
from app.drawing.canvas import HOVER_DELAY, HOVER_FADE, Canvas
from app.drawing.hits import bounds, touching
from app.drawing.marks import Box, Rect, Scene
from app.drawing.theme import DARK, LIGHT


def box(name, x, y=100, *, links=(), spoken=""):
    return Box(
        id=name,
        rect=Rect(x, y, 40, 40),
        fill="op.fill",
        spoken=spoken or f"{name} is a box. It says more.",
        links=links,
    )


ROW = Scene(
    (
        box("a", 100, links=("bit:0",)),
        box("b", 200, links=("bit:1", "byte:0")),
        box("c", 100, 300, links=("byte:0",)),
    ),
    title="Three boxes",
    description="Two above one",
)


@pytest.fixture
def canvas(qtbot):
    widget = Canvas()
    qtbot.addWidget(widget)
    widget.resize(888, 772)
    widget.show()
    qtbot.waitExposed(widget)
    widget.show_scene(ROW, animate=False)
    return widget


def picture(widget):
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    widget.render(image)
    return image


def colour(widget, x, y):
    return picture(widget).pixelColor(x, y).name().upper()


def test_the_scene_is_painted_in_the_theme(canvas):
    assert colour(canvas, 120, 120) == "#D55E00"
    assert colour(canvas, 5, 5) == LIGHT.colour("stage")
    canvas.set_theme(DARK)
    assert colour(canvas, 5, 5) == DARK.colour("stage")


def test_the_scene_names_the_canvas(canvas):
    assert (canvas.accessibleName(), canvas.accessibleDescription()) == ("Three boxes", "Two above one")


def test_a_larger_window_scales_uniformly_and_centres(canvas):
    canvas.resize(2000, 1544)
    assert canvas.room_height == 772
    assert colour(canvas, 112 + 240, 240) == "#D55E00"
    assert canvas.mark_at(canvas.to_widget(Rect(110, 110, 1, 1)).topLeft()).id == "a"


def test_a_lower_window_asks_for_a_lower_figure(canvas, qtbot):
    with qtbot.waitSignal(canvas.room_changed) as changed:
        canvas.resize(888, 650)
    assert changed.args == [650]
    canvas.resize(888, 500)
    assert canvas.room_height == 632


def running_motion(canvas):
    (running,) = [one for one in canvas.findChildren(QVariantAnimation) if one.state() == one.State.Running]
    return running


def test_a_motion_runs_and_ends_with_the_new_scene(canvas, qtbot):
    canvas.show_scene(Scene((box("a", 500),)))
    running = running_motion(canvas)
    assert canvas.moving
    running.setCurrentTime(running.duration() // 2)
    assert colour(canvas, 520, 120) != "#D55E00"
    with qtbot.waitSignal(canvas.moved, timeout=0):
        running.setCurrentTime(running.duration())
    assert not canvas.moving
    assert colour(canvas, 520, 120) == "#D55E00"
    assert colour(canvas, 120, 120) == "#FFFFFF"


@pytest.mark.parametrize("reduced", [False, True])
def test_any_key_completes_the_motion_at_once(canvas, qtbot, reduced):
    canvas.speed, canvas.reduced_motion = 0.01, reduced
    canvas.show_scene(Scene((box("a", 500),)))
    assert canvas.moving
    picture(canvas)
    qtbot.keyClick(canvas, Qt.Key.Key_Shift)
    assert not canvas.moving
    assert colour(canvas, 520, 120) == "#D55E00"


def test_a_scene_that_comes_during_a_motion_starts_from_its_end(canvas):
    canvas.speed = 0.01
    canvas.show_scene(Scene((box("a", 500),)))
    canvas.show_scene(Scene((box("a", 600),)))
    canvas.finish()
    assert canvas.scene.find("a").rect.x == 600
    assert colour(canvas, 520, 120) == "#FFFFFF"


def test_reduced_motion_only_fades(canvas):
    canvas.reduced_motion = True
    canvas.show_scene(Scene((box("a", 500),)))
    canvas._clock.pause()
    canvas._clock.setCurrentTime(40)
    old, new = (picture(canvas).pixelColor(x, 120) for x in (120, 520))
    assert old.lightness() == pytest.approx(new.lightness(), abs=2)
    assert old.lightness() > 160


def hover(qtbot, widget, x, y):
    qtbot.mouseMove(widget, QPoint(2, 2))
    qtbot.mouseMove(widget, QPoint(x, y))


def test_hovering_rings_at_once_and_explains_after_a_moment(canvas, qtbot):
    moment = canvas.findChild(QTimer)
    assert moment.interval() == HOVER_DELAY
    moment.setInterval(1_000_000)
    with qtbot.waitSignal(canvas.hovered) as hovered:
        hover(qtbot, canvas, 220, 120)
    assert hovered.args == ["b"]
    assert [mark.id for mark in canvas.lit()] == ["b", "c"]
    assert canvas.tip == ()
    coming = running_motion(canvas)
    assert coming.duration() == HOVER_FADE
    coming.setCurrentTime(HOVER_FADE)
    assert colour(canvas, 199, 120) == LIGHT.colour("ring")
    assert canvas.tip == ()
    moment.setInterval(1)
    qtbot.waitUntil(lambda: canvas.tip != ())
    assert canvas.tip[0].rect.bottom < 100
    qtbot.mouseMove(canvas, QPoint(2, 2))
    assert canvas.tip == ()
    assert canvas.lit() == ()


def test_a_click_pins_until_another_or_escape(canvas, qtbot):
    chosen = []
    canvas.selected.connect(chosen.append)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(220, 120))
    assert chosen == [("bit:1", "byte:0")]
    assert canvas.pinned == ("bit:1", "byte:0")
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(220, 120))
    assert canvas.pinned == ()
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(120, 120))
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert chosen[-1] == ()


def test_links_from_another_view_ring_too(canvas):
    canvas.set_linked(("byte:0",))
    assert [mark.id for mark in canvas.lit()] == ["b", "c"]


def test_a_click_tells_which_mark(canvas, qtbot):
    with qtbot.waitSignal(canvas.activated) as activated:
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(120, 320))
    assert activated.args == ["c"]


def test_down_and_up_walk_in_reading_order_and_explain_at_once(canvas, qtbot):
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    walked = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(canvas, key)
        walked.append(canvas.current.id)
        assert canvas.tip
    assert walked == ["a", "b", "c", "c", "b"]
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert canvas.pinned == ("bit:1", "byte:0")
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.current is None


class Window(QWidget):
    """Notes the keys that the canvas leaves to it."""

    def __init__(self):
        super().__init__()
        self.canvas, self.field, self.keys = Canvas(), QLineEdit(), []
        layout = QVBoxLayout(self)
        layout.addWidget(self.canvas)
        layout.addWidget(self.field)

    def keyPressEvent(self, event):
        self.keys.append(Qt.Key(event.key()))


def test_the_keys_of_the_lesson_pass_through(qtbot):
    window = Window()
    qtbot.addWidget(window)
    window.show()
    window.canvas.show_scene(ROW)
    keys = [
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Space,
        Qt.Key.Key_Home,
        Qt.Key.Key_Escape,
        Qt.Key.Key_1,
    ]
    for key in keys:
        qtbot.keyClick(window.canvas, key)
    assert window.keys == keys


def test_in_a_grid_left_and_right_move_too(canvas, qtbot):
    canvas.arrows_move = True
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.current.id == "b"
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.current.id == "a"


def test_the_canvas_is_one_tab_stop_and_shows_that_it_has_the_focus(qtbot):
    window = Window()
    qtbot.addWidget(window)
    window.resize(900, 830)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    window.canvas.show_scene(ROW)
    window.field.setFocus()
    qtbot.waitUntil(window.field.hasFocus)
    plain = picture(window.canvas)
    qtbot.keyClick(window.field, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(window.canvas.hasFocus)
    assert picture(window.canvas) != plain
    qtbot.keyClick(window.canvas, Qt.Key.Key_Tab)
    assert window.field.hasFocus()


def test_the_context_menu_is_asked_for_with_its_mark(canvas, qtbot):
    with qtbot.waitSignal(canvas.menu_requested) as asked:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(120, 120), QPoint(400, 400))
        QApplication.sendEvent(canvas, event)
    assert asked.args == ["a", QPoint(400, 400)]


def test_a_hundred_repaints_paint_the_scene_once(canvas, monkeypatch):
    canvas.show_scene(gallery(), animate=False)
    sizes = []
    monkeypatch.setattr(projector, "paint_marks", lambda marks, *_: sizes.append(len(list(marks))))
    for _ in range(100):
        picture(canvas)
    assert [size for size in sizes if size > 20] == [len(gallery().marks)]


@pytest.mark.parametrize("speed", [0.25, 4])
def test_rings_fade_in_80_ms_at_any_speed(canvas, speed):
    canvas.speed = speed
    canvas.set_linked(("byte:0",))
    canvas._glow.pause()
    assert canvas._glow.duration() == HOVER_FADE == 80
    canvas._glow.setCurrentTime(40)
    ring, ground = LIGHT.colour("ring"), LIGHT.colour("stage")
    assert int(ring[1:3], 16) + 50 < picture(canvas).pixelColor(199, 120).red() < int(ground[1:3], 16) - 50
    canvas._glow.setCurrentTime(79)
    canvas._glow.stop()
    assert colour(canvas, 199, 120) == ring


def test_a_ring_that_stays_does_not_flicker(canvas):
    canvas.set_linked(("byte:0",))
    canvas._glow.stop()
    canvas.set_linked(("bit:1", "byte:0"))
    assert canvas._rings == canvas._glowing()


def test_with_reduced_motion_rings_are_there_at_once(canvas):
    canvas.reduced_motion = True
    canvas.set_linked(("byte:0",))
    assert colour(canvas, 199, 120) == LIGHT.colour("ring")


def test_a_presented_stage_has_no_head_and_fills_what_there_is(canvas, qtbot):
    canvas.resize(1920, 864)
    with qtbot.waitSignal(canvas.room_changed) as changed:
        canvas.set_top(76)
    assert changed.args == [632]
    assert canvas.to_widget(Rect(0, 76, 888, 632 - 76)).top() == pytest.approx(0)
    assert canvas.to_widget(Rect(0, 76, 888, 632 - 76)).bottom() == pytest.approx(864)
    assert canvas.to_widget(Rect(0, 0, 888, 1)).width() > 1370
    assert canvas.mark_at(canvas.to_widget(Rect(110, 110, 1, 1)).topLeft()).id == "a"
    canvas.set_top(0)
    assert canvas.room_height == 772


@pytest.mark.parametrize("area", [Rect(10, 90, 40, 600), Rect(300, 85, 300, 680), Rect(20, 700, 800, 60)])
def test_the_tooltip_never_covers_its_target(canvas, area):
    canvas.show_scene(Scene((Box(id="tall", rect=area, spoken="Tall. It says more."),)), animate=False)
    canvas.focus_mark("tall")
    card = canvas.tip[0].rect
    assert not touching(card, bounds(canvas.current))
    assert card.x >= 0
    assert card.right <= 888
    assert card.y >= 0
    assert card.bottom <= 772


def test_the_menu_key_opens_at_the_focused_mark(canvas, qtbot):
    canvas.focus_mark("b")
    with qtbot.waitSignal(canvas.menu_requested) as asked:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
        QApplication.sendEvent(canvas, event)
    assert asked.args == ["b", canvas.mapToGlobal(QPoint(220, 120))]


def test_a_mark_that_cannot_be_painted_is_told_once_and_the_window_lives(canvas, qtbot):
    wrong = Box(id="wrong", rect=Rect(300, 300, 40, 40), fill="no such token")
    canvas.show_scene(Scene((*ROW.marks, wrong)), animate=False)
    with qtbot.captureExceptions() as raised:
        for _ in range(3):
            canvas.update()
            qtbot.wait(20)
    assert [kind for kind, _, _ in raised] == [ValueError]
    assert colour(canvas, 120, 120) == "#D55E00"
    canvas.show_scene(ROW, animate=False)
    canvas.resize(900, 800)
    canvas.grab()
