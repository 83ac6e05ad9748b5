"""The export dialog at work: every option changes what is seen, and all can be done by keys, in both languages."""

from __future__ import annotations

import pytest
from desk_support import make_desk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from app.drawing.export import ExportError
from app.exporting_learn import seen, whole_of
from app.publishing.subjects import FrameSubject, StatesSubject
from app.widgets.export_dialog import ExportDialog
from app.widgets.look import Look
from protocol.frames import FrameReader
from protocol.vocabulary import Role

Key = Qt.Key

(HELLO,) = FrameReader().feed(bytes.fromhex("818537fa213d7f9f4d5158"))


@pytest.fixture(params=["en"])
def desk(request, qtbot):
    desk = make_desk((1280, 800), lang=request.param)
    qtbot.addWidget(desk.window)
    desk.session.open_slug("closing-handshake")
    desk.session.timeline.seek(8)
    desk.window.show()
    yield desk
    desk.exporting.close()
    desk.set_language("en")


@pytest.fixture
def frame(desk):
    """The dialog of the masked Hello."""
    desk.exporting.ask(FrameSubject(HELLO, Role.CLIENT), desk.session.lang)
    return desk.exporting.desk


@pytest.fixture
def step(desk):
    """The dialog of a step of a lesson."""
    desk.do("export")
    return desk.exporting.desk


def choose(at_work, **given):
    """Press what is chosen, and see it at once."""
    options = at_work.dialog.options
    for name, value in given.items():
        if name == "format":
            options.formats.chosen.emit(value)
        elif name in ("number", "dpi"):
            getattr(options, name).changed.emit(value)
        else:
            options.choices[name].chosen.emit(value)
    at_work.show_preview()


def picture(at_work):
    """What is seen, to the pixel."""
    sheet = at_work.dialog.preview.sheet
    return bytes(sheet.grab().toImage().constBits())


def text(at_work):
    return at_work.dialog.preview.text.toPlainText()


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("theme", ("paper", "grey", "patterns", "dark", "contrast")),
        ("width", ("natural", "slide")),
        ("bits", (8, 16, 32)),
        ("show", ("names", "values", "both")),
        ("lang", ("en", "zh_CN")),
        ("captions", ("none", "en", "zh_CN", "both")),
        ("number", (0, 1, 27)),
    ],
)
def test_each_option_changes_the_figure(frame, name, values):
    pictures = set()
    for value in values:
        choose(frame, **{name: value})
        pictures.add(picture(frame))
    assert len(pictures) == len(values)


def test_each_format_has_its_own_text(frame):
    texts = {}
    for suffix in (".txt", ".tex", ".mmd", ".json"):
        choose(frame, format=suffix)
        texts[suffix] = text(frame)
    assert "+-+-+-+-+" in texts[".txt"]
    assert "\\begin{bytefield}" in texts[".tex"]
    assert texts[".mmd"].lstrip("-\n").startswith(("title", "packet"))
    assert texts[".json"].startswith("{")
    choose(frame, format=".txt", bits=16)
    assert text(frame) != texts[".txt"]
    choose(frame, lang="zh_CN", format=".json")
    assert "掩码" in text(frame)


def test_the_preview_comes_a_moment_after_the_last_change(qtbot, frame):
    before = frame.dialog.preview.sheet.scene
    frame.dialog.options.choices["lang"].chosen.emit("zh_CN")
    assert frame.dialog.preview.sheet.scene is before
    qtbot.waitUntil(lambda: frame.dialog.preview.sheet.scene is not before)
    assert any("载荷" in getattr(mark, "text", "") for mark in frame.dialog.preview.sheet.scene.marks)


def test_the_size_is_said_and_small_letters_are_a_warning(frame):
    words = frame.dialog.options.rows["width"].words
    choose(frame, width="two-column", captions="none")
    assert words.text().startswith("174 × ")
    choose(frame, width="one-column")
    assert words.text().startswith("84 × ")
    assert words.text().endswith("too small for print.")
    assert words.colour_token == "warn.edge"
    choose(frame, width="natural")
    assert words.colour_token == "text2"
    choose(frame, format=".png", width="slide", dpi=96)
    assert frame.dialog.options.rows["dpi"].words.text() == "1,280 × 720 pixels."


def test_a_step_has_no_bits_and_the_states_neither(desk, step):
    assert not step.dialog.options.rows["bits"].isVisible()
    step.dialog.reject()
    desk.exporting.ask(StatesSubject(), "en")
    assert not desk.exporting.desk.dialog.options.rows["bits"].isVisible()
    assert not desk.exporting.desk.dialog.options.rows["what"].isVisible()


def test_a_storyboard_is_leafed_through(qtbot, step):
    preview = step.dialog.preview
    choose(step, what=True, per_page=4)
    assert preview.place.text() == "Page 3 of 5"
    assert step.dialog.options.rows["board"].words.text().startswith("A handout: 17 steps on 5 pages of A4")
    qtbot.waitUntil(lambda: not step._leaves._timer.isActive())
    first = picture(step)
    preview.next.click()
    qtbot.waitUntil(lambda: not step._leaves._timer.isActive())
    assert preview.place.text() == "Page 4 of 5"
    assert picture(step) != first
    choose(step, board=".gif")
    assert preview.place.text() == "Step 13 of 17"
    for _ in range(5):
        preview.next.click()
    assert preview.place.text() == "Step 17 of 17"
    assert not preview.next.isEnabled()
    choose(step, board=".mmd")
    assert "sequenceDiagram" in text(step)
    choose(step, what=False)
    assert not preview.leaves.isVisible()


def test_all_of_it_by_keys(qtbot, desk):
    qtbot.keyClick(desk.window, Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = desk.exporting.desk.dialog
    assert isinstance(dialog, ExportDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    order, now = [], None
    dialog.options.choices["what"].buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    while (now := QApplication.focusWidget()) not in order:
        order.append(now)
        qtbot.keyClick(now, Key.Key_Tab)
    names = [widget.accessibleName() for widget in order]
    assert names[:4] == ["What to export: This figure", "Format: SVG", "Theme: Colour", "Width: As drawn"]
    assert {"Copy image", "Copy SVG", "Copy text", "Copy description", "Close", "Save as", "Preview"} <= set(names)
    format_button = order[1]
    format_button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(format_button, Key.Key_Right)
    assert dialog.options.wanted.suffix == ".pdf"
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    (where,) = dialog.findChildren(QFileDialog)
    assert where.selectedFiles()[0].endswith(".pdf")
    where.reject()
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert desk.exporting.desk is None


@pytest.mark.parametrize("kind", ["number", "text"])
def test_enter_saves_from_wherever_the_focus_is(qtbot, frame, kind):
    if kind == "text":
        choose(frame, format=".json")
    widget = {"number": frame.dialog.options.number, "text": frame.dialog.preview.text}[kind]
    widget.setFocus()
    qtbot.keyClick(widget, Key.Key_Return)
    assert frame.dialog.findChildren(QFileDialog)


def test_the_text_can_be_chosen_and_not_changed(qtbot, frame):
    choose(frame, format=".mmd")
    field, before = frame.dialog.preview.text, text(frame)
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    assert text(frame) == before
    field.selectAll()
    field.copy()
    assert QApplication.clipboard().text() == before


@pytest.mark.parametrize("desk", ["zh_CN"], indirect=True)
def test_in_chinese(step):
    dialog = step.dialog
    assert dialog.windowTitle() == "导出"
    assert dialog.options.wanted.choices.lang == "zh_CN"
    assert [button.text() for button in dialog.options.choices["theme"].buttons] == [
        "彩色", "灰度", "图案", "深色", "高对比",
    ]  # fmt: skip
    choose(step, captions="zh_CN")
    labels = [getattr(mark, "text", "") for mark in dialog.preview.sheet.scene.marks]
    assert any(label.startswith("图 1") for label in labels)


def test_another_language_closes_it(qtbot, desk, step):
    desk.set_language("zh_CN")
    qtbot.waitUntil(lambda: desk.exporting.desk is None)


def test_what_goes_wrong_is_said_in_the_dialog(desk, step):
    desk.exporting.fail(ExportError("“{name}” is no name.", name="x"))
    assert step.dialog.words.text() == "“x” is no name."
    assert step.dialog.words.colour_token == "err.edge"
    choose(step, format=".pdf")
    assert step.dialog.words.text() == ""


def test_it_is_smaller_than_its_window_in_every_theme(qtbot, desk):
    for theme in ("light", "dark", "contrast"):
        desk.set_theme(theme)
        desk.exporting.ask(seen(desk.session), "en", whole_of(desk.session))
        dialog = desk.exporting.desk.dialog
        assert isinstance(dialog.look, Look)
        assert dialog.look.theme.name == theme
        assert dialog.width() <= desk.window.width()
        assert dialog.height() <= desk.window.height()
        desk.exporting.close()
