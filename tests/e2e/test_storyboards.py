"""The page in a real browser that is offline: stepped, played, switched to Chinese and printed by keyboard alone."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest
from chromium_support import chromium, driven, needs_chromium
from patience_support import PATIENCE
from storyboard_support import told

from app.drawing.theme import PAPER
from app.storyboard.pace import dwell
from app.storyboard.page import to_page
from app.storyboard.steps import Board
from app.widgets.markdown import plain

ROOT = Path(__file__).parents[2]
CODES = {
    "ArrowRight": 39, "ArrowLeft": 37, "PageDown": 34, "PageUp": 33, "Home": 36, "End": 35, " ": 32, "p": 80,
    "+": 107, "-": 109, "b": 66, "l": 76, "?": 191, "2": 50, "Escape": 27, "Tab": 9, "Enter": 13,
}  # fmt: skip
COUNT = 17
"""Steps of the lesson."""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with chromium(tmp_path_factory.mktemp("chromium")) as address:
        yield address


@pytest.fixture(scope="module")
def file(qapp, tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "closing.html"
    boards = [Board(told("closing-handshake"), lang, questions=True) for lang in ("en", "zh_CN")]
    path.write_text(to_page(boards, PAPER), "utf-8")
    return path


async def press(page, key, ctrl=False):
    parts = {"key": key, "code": key, "windowsVirtualKeyCode": CODES[key], "modifiers": 2 if ctrl else 0}
    text = {"text": key} if len(key) == 1 and not ctrl else {}
    await page.call("Input.dispatchKeyEvent", type="keyDown", **text, **parts)
    await page.call("Input.dispatchKeyEvent", type="keyUp", **parts)


async def shown(page):
    """Ids of the steps that can be seen, and the place that the player names."""
    steps = await page.run(
        "[...document.querySelectorAll('.step')].filter(one => one.getClientRects().length).map(one => one.id)"
    )
    return steps, await page.run("document.getElementById('place').textContent")


def seen(address, url, scene, **options):
    """Run `scene(page)` in a browser that has no network."""

    async def run():
        async with asyncio.timeout(PATIENCE), driven(address) as browser:
            page = await browser.open("about:blank", **options)
            await page.call("Network.enable")
            await page.call(
                "Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=0, uploadThroughput=0
            )
            await page.call("Page.navigate", url=url)
            await page.until("document.querySelector('html.playable') !== null")
            await scene(page)
            assert await page.run("performance.getEntriesByType('resource').length") == 0

    asyncio.run(run())


@needs_chromium
def test_it_is_stepped_by_the_keys_of_the_program(address, file):
    async def scene(page):
        assert await shown(page) == (["en-1"], f"1 / {COUNT}")
        for key, at in [
            ("ArrowRight", 2), (" ", 3), ("PageDown", 4), ("PageUp", 3), ("ArrowLeft", 2), ("End", COUNT),
            ("ArrowRight", COUNT), ("Home", 1), ("ArrowLeft", 1),
        ]:  # fmt: skip
            await press(page, key)
            assert await shown(page) == ([f"en-{at}"], f"{at} / {COUNT}")
        for number in range(2, COUNT + 1):
            await press(page, "PageDown")
            panel = Board(told("closing-handshake"), "en").panel(number)
            said = await page.run("document.getElementById('said').textContent")
            assert said.startswith(f"{number} / {COUNT}. {panel.title}. {plain(panel.body[0])}")
        assert await page.run("document.getElementById('next').ariaDisabled") == "true"

    seen(address, file.as_uri(), scene)


@needs_chromium
def test_language_blank_speed_and_play(address, file):
    async def scene(page):
        assert await shown(page) == (["zh-CN-5"], f"5 / {COUNT}")
        assert await page.run("[document.title, document.documentElement.lang]") == ["关闭握手 · 客户端先", "zh-CN"]
        await press(page, "l", ctrl=True)  # the browser's own
        assert await shown(page) == (["zh-CN-5"], f"5 / {COUNT}")
        await press(page, "l")
        assert await shown(page) == (["en-5"], f"5 / {COUNT}")
        assert await page.run("document.getElementById('next').getAttribute('aria-label')") == "Next step"
        blank = "getComputedStyle(document.getElementById('blank')).display"
        assert await page.run(blank) == "none"
        await press(page, "b")
        assert await page.run(blank) == "block"
        await press(page, "b")
        for key, speed in [("+", "2×"), ("+", "4×"), ("+", "4×")]:
            await press(page, key)
            assert await page.run("document.getElementById('speed').textContent") == speed
        await page.run("var waited = 0, real = setTimeout")
        await page.run("window.setTimeout = (deed, wait) => { waited = wait; return 1; }")
        await press(page, "p")
        panel = Board(told("closing-handshake"), "en").panel(5)
        assert await page.run("waited") == dwell("en", panel.title, *map(plain, panel.body)) / 4
        await page.run("window.setTimeout = real")
        await press(page, "p")
        await press(page, "p")
        assert await page.run("document.documentElement.classList.contains('playing')")
        await page.until("document.getElementById('place').textContent.startsWith('6')")
        await press(page, "p")
        assert not await page.run("document.documentElement.classList.contains('playing')")

    seen(address, file.as_uri() + "#zh-CN-5", scene)


@needs_chromium
def test_the_figure_fits_and_its_letters_are_text(address, file):
    async def scene(page):
        inside = (
            "(() => { const one = document.querySelector('.step.on'), svg = one.querySelector('svg')"
            ".getBoundingClientRect(), said = one.querySelector('article').getBoundingClientRect();"
            "return [svg.width > 250, svg.bottom <= innerHeight, said.bottom <= innerHeight,"
            "document.documentElement.scrollWidth <= innerWidth, one.querySelectorAll('text').length > 20] })()"
        )
        for width, height in [(1280, 800), (1920, 1080), (420, 800)]:
            await page.resize(width, height)
            assert await page.run(inside) == [True] * 5
        assert "CONNECTING" in await page.run("document.querySelector('.step.on svg').textContent")
        fonts = "[...document.querySelectorAll('.step.on svg text')].map(one => getComputedStyle(one).fontFamily)"
        first = {family.partition(",")[0].strip('"') for family in await page.run(fonts)}
        assert first == {"WebSocket 101 Sans", "WebSocket 101 Mono"}

    seen(address, file.as_uri() + "#en-9", scene)


@needs_chromium
def test_a_question_is_asked_until_it_is_answered(address, file):
    async def scene(page):
        assert await shown(page) == (["zh-CN-5"], f"5 / {COUNT}")
        figures = "[...document.querySelectorAll('.step.on figure')].filter(one => one.getClientRects().length)"
        assert await page.run(f"{figures}.map(one => one.className)") == ["veiled"]
        assert not await page.run("document.querySelector('.step.on details').open")
        await press(page, "2")
        assert await page.run(f"{figures}.map(one => one.className)") == [""]
        assert await page.run("document.querySelector('.step.on .ask .right').textContent") == "CLOSING"
        assert await page.run("document.querySelector('.step.on .ask .wrong')") is None
        assert (await page.run("document.getElementById('said').textContent")).startswith("B")
        await press(page, "l")
        assert await page.run("document.querySelector('.step.on details').open")
        await press(page, "2")  # nothing is open any more
        assert await shown(page) == (["en-5"], f"5 / {COUNT}")

    seen(address, file.as_uri() + "#zh-CN-5", scene)


@needs_chromium
def test_help_links_and_the_focus(address, file):
    async def scene(page):
        assert await shown(page) == (["en-9"], f"9 / {COUNT}")
        await press(page, "?")
        assert await page.run("document.getElementById('card').open")
        assert "PgDown" in await page.run("document.getElementById('keys').textContent")
        await press(page, "ArrowRight")
        assert await shown(page) == (["en-9"], f"9 / {COUNT}")
        await press(page, "Escape")
        assert not await page.run("document.getElementById('card').open")
        await page.run("location.hash = '#step-12'")
        await page.until("document.getElementById('place').textContent.startsWith('12')")
        assert await shown(page) == (["en-12"], f"12 / {COUNT}")
        reached = set()
        for _ in range(16):  # nothing keeps the focus
            await press(page, "Tab")
            reached.add(await page.run("document.activeElement.id"))
            ring = "getComputedStyle(document.activeElement).outlineStyle"
            assert await page.run(f"document.activeElement === document.body ? 'solid' : {ring}") == "solid"
        assert reached >= {"language", "print", "fullscreen", "help", "back", "play", "next", "scrub", "speed"}

    seen(address, file.as_uri() + "#step-9", scene)


@needs_chromium
def test_who_prefers_dark_gets_it_but_not_on_paper(address, file):
    async def scene(page):
        ground = "getComputedStyle(document.querySelector('.step.on svg rect')).fill"
        assert await page.run(ground) == "rgb(255, 255, 255)"
        dark = [{"name": "prefers-color-scheme", "value": "dark"}]
        await page.call("Emulation.setEmulatedMedia", features=dark)
        assert await page.run(ground) == "rgb(15, 17, 21)"
        await page.call("Emulation.setEmulatedMedia", media="print", features=dark)
        assert await page.run(ground) == "rgb(255, 255, 255)"

    seen(address, file.as_uri() + "#en-9", scene)


@needs_chromium
@pytest.mark.skipif(which("pdftotext") is None, reason="pdftotext is not installed")
def test_all_steps_are_printed_in_one_language(address, file, tmp_path):
    async def scene(page):
        import base64

        document = (await page.call("Page.printToPDF", preferCSSPageSize=True))["data"]
        (tmp_path / "printed.pdf").write_bytes(base64.b64decode(document))

    seen(address, file.as_uri() + "#zh-CN-1", scene)
    done = subprocess.run(["pdftotext", "-raw", tmp_path / "printed.pdf", "-"], capture_output=True, check=True)
    text = "".join(done.stdout.decode().split())
    for panel in Board(told("closing-handshake"), "zh_CN"):
        assert f"{panel.number}/{COUNT}" in text
        assert "".join(panel.title.split()) in text
    assert "Theclientsends" not in text
    assert done.stdout.count(b"\f") <= COUNT // 2 + 5
    assert text.index("答案3") > text.index(f"{COUNT}/{COUNT}")


def exported(folder, seed, *arguments):
    """Everything that `main.py export` writes into a folder, by name; another process, another order of sets."""
    command = [sys.executable, str(ROOT / "main.py"), "export", *arguments, "-o", str(folder)]
    display = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, env={**display, "PYTHONHASHSEED": str(seed)}
    )
    assert done.returncode == 0, done.stderr
    return done.stderr, {path.name: path.read_bytes() for path in folder.iterdir()}


def test_another_process_writes_the_same_bytes_without_a_display(tmp_path):
    with_step = ("lesson", "frames:3", "--format", "svg", "pdf", "png")
    whole = ("lesson", "security", "myths", "--format", "html", "pdf", "gif", "apng", "mmd")
    for number, chosen in enumerate((with_step, whole)):
        (said, one), (_, two) = (exported(tmp_path / f"{number}{seed}", seed, *chosen) for seed in (1, 2))
        assert one.keys() == two.keys()
        assert [name for name in one if one[name] != two[name]] == []
    assert set(one) == {f"{slug}.{suffix}" for slug in ("security", "myths") for suffix in whole[4:]}
    assert re.findall(r"(\d+)/10 ", said) == [str(number) for number in range(1, 11)]
