"""What is exported is what is shown: the SVG in a browser beside the PNG, whatever the payload; the same bytes always.

The browser's letters are not the program's: the bundled fonts are not installed for it. So pictures are compared at an
eighth of their size, where a letter is a grey spot and only its place counts. There, the mean difference of a channel
(0 to 255) is 0.5 to 1.1 where the browser finds Noto Sans, and 1.4 to 1.9 where it has nothing but DejaVu Sans; a label
in another place or a shape that is missing makes it larger, another step 6 or more.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shutil import which
from xml.etree import ElementTree as ET

import pytest
from desk_support import COURSE, make_desk
from export_support import export
from patience_support import PATIENCE
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

from app.commands.export_figures import one_frame
from app.drawing.marks import Box, Label, Rect, Scene
from app.drawing.patterns import PATTERNS as TILES
from app.drawing.render import render_image
from app.drawing.theme import FIELDS, PAPER, PATTERNS, PEERS, VERDICTS
from app.publishing.choices import Choices
from app.publishing.formats import framed
from app.publishing.subjects import FrameSubject
from app.translate import QtWords
from protocol.frames import encode_frame
from protocol.vocabulary import Opcode, Role

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"
CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
HELLO = bytes.fromhex("818537fa213d7f9f4d5158")
LIKE = 2.5
"""The mean difference up to which two pictures show the same; see above."""

browser = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
poppler = pytest.mark.skipif(which("pdftotext") is None, reason="pdftotext is not installed")


def has_chinese_font():
    listed = (
        subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, text=True, check=False)
        if which("fc-list")
        else None
    )
    return listed is not None and bool(listed.stdout.strip())


@pytest.fixture(params=["en", "zh_CN"])
def desk(request, qtbot):
    desk = make_desk(lang=request.param)
    qtbot.addWidget(desk.window)
    desk.window.show()
    yield desk
    desk.set_language("en")


def scene_of(desk, slug, step):
    """The scene of a step as the window shows it."""
    desk.session.open_slug(slug)
    desk.session.timeline.seek(step)
    desk.canvas.finish()
    assert desk.canvas.scene is not None
    return desk.canvas.scene


def photograph(svg, folder, width, height):
    """What a browser shows of the file. Its window is higher than its page, by what it would need for its buttons."""
    picture = folder / "browser.png"
    command = [
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1",
        "--disable-background-networking", f"--user-data-dir={folder / 'profile'}",
        f"--window-size={width},{height + 200}", f"--screenshot={picture}", svg.as_uri(),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    image = QImage(str(picture)).copy(0, 0, width, height)
    assert not image.isNull()
    return image


def difference(one, other, part=8):
    """The mean difference of two pictures at an eighth of their size, 0 to 255."""
    small = [
        each.scaled(
            each.width() // part, each.height() // part,
            Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation,
        ).convertToFormat(QImage.Format.Format_RGBX8888)
        for each in (one, other)
    ]  # fmt: skip
    first, second = (bytes(each.constBits()) for each in small)
    assert len(first) == len(second)
    return sum(abs(a - b) for a, b in zip(first, second, strict=True)) / (len(first) * 3 / 4)


def compared(scene, lang, folder, theme=PAPER):
    """How much the browser's picture of the exported file differs from ours; both are left in the folder."""
    export(scene, folder / "scene.svg", theme, lang)
    ours = render_image(scene, theme, 1, lang)
    ours.save(str(folder / "ours.png"))
    theirs = photograph(folder / "scene.svg", folder, ours.width(), ours.height())
    return difference(ours, theirs)


@browser
@pytest.mark.parametrize(("slug", "step"), [("opening-handshake", 8), ("accept-key", 12), ("closing-handshake", 9)])
def test_a_browser_shows_the_stage_as_we_do(desk, tmp_path, slug, step):
    lang = desk.session.lang
    if lang == "zh_CN" and not has_chinese_font():
        pytest.skip("no Chinese font is installed for the browser")
    scene = scene_of(desk, slug, step)
    assert compared(scene, lang, tmp_path) < LIKE
    other = render_image(scene_of(desk, slug, 2), PAPER, 1, lang)
    assert difference(QImage(str(tmp_path / "ours.png")), other) > LIKE  # so the bound does tell pictures apart


@browser
def test_a_browser_shows_a_theatre_in_patterns_as_we_do(desk, tmp_path):
    lang = desk.session.lang
    if lang == "zh_CN" and not has_chinese_font():
        pytest.skip("no Chinese font is installed for the browser")
    assert compared(scene_of(desk, "closing-handshake", 9), lang, tmp_path, PATTERNS) < LIKE
    assert compared(scene_of(desk, "compression", 8), lang, tmp_path, PATTERNS) < LIKE


def families():
    """A large area of every fill and tint, without letters."""
    names = [f"{family}.{part}" for family in (*FIELDS, *PEERS, *VERDICTS) for part in ("fill", "tint")]
    rects = [Rect(10 + i % 7 * 110, 10 + i // 7 * 110, 100, 100) for i in range(len(names))]
    return Scene(
        tuple(Box(id=name, rect=rect, fill=name) for name, rect in zip(names, rects, strict=True)),
        width=800,
        height=480,
    )


@browser
def test_every_line_of_a_pattern_is_where_we_draw_it(qapp, tmp_path):
    """Pixel by pixel. The browser blurs lines that it turns; of the others, half a unit further makes 15 and more."""
    scene = families()
    compared(scene, "en", tmp_path, PATTERNS)
    ours, theirs = (QImage(str(tmp_path / f"{name}.png")) for name in ("ours", "browser"))
    for box in scene:
        place = QRect(int(box.rect.x), int(box.rect.y), int(box.rect.width), int(box.rect.height))
        turned = TILES[PATTERNS.pattern(box.fill)].angle
        assert difference(ours.copy(place), theirs.copy(place), 1) < (20 if turned else 4), box.id


@browser
def test_a_browser_shows_a_frame_as_we_do(qapp, tmp_path):
    assert compared(drawn(HELLO), "en", tmp_path) < LIKE


@pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.slug)
def test_every_step_of_every_lesson_is_a_document(desk, tmp_path, lesson):
    desk.session.open_lesson(lesson)
    path, again = tmp_path / "a.svg", tmp_path / "b.svg"
    for step in range(desk.session.telling.count):
        scene = scene_of(desk, lesson.slug, step)
        export(scene, path, lang=desk.session.lang)
        root = ET.parse(path).getroot()
        assert root.findtext(f"{SVG}title") == scene.title
        assert root.findtext(f"{SVG}desc") == scene.description
        assert scene.title
        assert scene.description
        shown = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
        assert shown == [mark.text for mark in scene if isinstance(mark, Label) and mark.text and mark.opacity]
        export(scene, again, lang=desk.session.lang)
        assert path.read_bytes() == again.read_bytes()


# Hostile payloads.


def drawn(raw, lang="en"):
    frame = one_frame(raw)
    subject = FrameSubject(frame, Role.CLIENT if frame.masked else Role.SERVER)
    return framed(subject, Choices(lang=lang, captions=lang))


HOSTILE = {
    "markup": b"</text><script>alert('1')</script><!-- & ]]> \"",
    "entity": b"&lt;&#0;&amp;&nothing;",
    "control": bytes(range(0x20)) + b"\x7f\xc2\x80\xc2\x9f",
    "nul": b"a\0b",
    "emoji": "👩‍👩‍👧 🇨🇳 ☃️ é".encode(),
    "right to left": "\u202eשלום عالم\u202c".encode(),
    "combining": ("Z" + "͑" * 60).encode(),
    "noncharacters": "\ufffe\uffff\ufdd0\U0010ffff\ufeff".encode(),
    "line separators": "a\u2028b\u2029c\x85d".encode(),
    "not UTF-8": b"\xff\xfe\xc0\x80\xed\xa0\x80\xf8",
    "half a character": "掩码".encode()[:-1],
}


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("opcode", [Opcode.TEXT, Opcode.CLOSE, Opcode.PING])
def test_no_payload_breaks_the_document(qapp, tmp_path, payload, opcode):
    payload = payload[:100]
    raw = encode_frame(opcode, b"\x03\xe8" + payload if opcode == Opcode.CLOSE else payload)
    paths = [tmp_path / name for name in ("a.svg", "b.svg")]
    for path in paths:
        export(drawn(raw), path)
    text = paths[0].read_bytes()
    assert text == paths[1].read_bytes()
    root = ET.fromstring(text)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "title", "desc", "defs", "pattern", "g", "rect", "path", "text", "tspan",
    }  # fmt: skip
    export(drawn(raw), tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")


@browser
def test_a_browser_reads_hostile_payloads(qapp, tmp_path):
    """It would show an error and stop at the first thing that is not well-formed."""
    raw = encode_frame(Opcode.TEXT, (HOSTILE["markup"] + HOSTILE["emoji"])[:100], key=b"\1\2\3\4")
    assert compared(drawn(raw), "en", tmp_path) < LIKE


# The other formats, and other processes.


def run_export(folder, name, seed, *options):
    """`main.py export frame` in a process whose sets and dictionaries are ordered otherwise."""
    command = [
        sys.executable,
        str(ROOT / "main.py"),
        "export",
        "frame",
        HELLO.hex(),
        "-o",
        str(folder / name),
        *options,
    ]
    # Qt says that it does not know the second of these time zones, which is what the test is about.
    subprocess.run(
        command,
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": str(seed), "TZ": ("Asia/Shanghai", "nowhere")[seed % 2]},
    )
    return (folder / name).read_bytes()


@pytest.mark.parametrize("suffix", ["svg", "pdf", "png"])
def test_another_process_writes_the_same_bytes(tmp_path, suffix):
    options = ("--lang", "zh_CN")
    assert run_export(tmp_path, f"a.{suffix}", 1, *options) == run_export(tmp_path, f"b.{suffix}", 2, *options)


def test_a_png_has_two_pixels_for_each_unit(qapp, tmp_path):
    scene = drawn(HELLO)
    export(scene, tmp_path / "a.png")
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (round(2 * scene.width + 0.49), round(2 * scene.height + 0.49))


@poppler
@pytest.mark.parametrize(
    ("lang", "words"), [("en", ["masked text frame", "masking key"]), ("zh_CN", ["带掩码文本帧", "1 = 文本"])]
)
def test_the_text_of_a_pdf_can_be_read(tmp_path, lang, words):
    run_export(tmp_path, "a.pdf", 0, "--lang", lang)
    done = subprocess.run(["pdftotext", "-layout", str(tmp_path / "a.pdf"), "-"], capture_output=True, check=True)
    text = done.stdout.decode()
    for word in (*words, "7f", "Hello", "RSV1"):
        assert word in text


@poppler
def test_the_text_of_a_lesson_can_be_read_in_a_pdf(desk, tmp_path):
    scene = scene_of(desk, "opening-handshake", 8)
    export(scene, tmp_path / "a.pdf", lang=desk.session.lang)
    done = subprocess.run(["pdftotext", "-raw", str(tmp_path / "a.pdf"), "-"], capture_output=True, check=True)
    text = done.stdout.decode().replace("\n", " ")
    assert "Sec-WebSocket-Key" in text
    assert QtWords(desk.session.lang, str).translate("figures", "Client") in text
