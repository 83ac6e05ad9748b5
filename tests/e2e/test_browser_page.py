"""The page that `serve` shows to a browser: by keyboard, in both languages and themes, on a phone and on a projector.

It has no words but those of its two tables, loads nothing, and says what a browser keeps from its pages.
"""

from __future__ import annotations

import asyncio
import json
import re

import pytest
from chromium_support import chromium, driven, needs_chromium
from network_support import serving
from patience_support import PATIENCE
from PySide6.QtGui import QImage

from app.drawing.theme import DARK, LIGHT, contrast
from app.network.front import PAGE, POLICY
from protocol.extensions import DeflatePolicy
from protocol.handshake import Policy


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with chromium(tmp_path_factory.mktemp("chromium")) as address:
        yield address


def seen(address, scene, policy=None):
    """Run `scene(browser, url)` beside an echo server."""

    async def run():
        async with asyncio.timeout(PATIENCE), serving(policy=policy or Policy()) as server, driven(address) as browser:
            await scene(browser, f"http://127.0.0.1:{server.port}/")

    asyncio.run(run())


def text(element):
    return f"document.getElementById('{element}').innerText"


def is_focused(element):
    return f"document.activeElement.id === '{element}'"


# Without a browser.


def test_it_loads_nothing_and_is_small():
    page = PAGE.read_text("utf-8")
    assert len(page.encode()) < 40_000
    assert "default-src 'none'" in POLICY
    assert re.findall(r"""(?:src|href|url)\s*[=(]\s*["']?(?!data:)[a-z/]""", page) == []
    assert re.findall(r"https?://(?!www\.w3\.org/2000/svg)", page) == []
    assert "fetch(" not in page


def colours(block):
    return dict(re.findall(r"--([a-z0-9-]+): (#[0-9A-F]{6});", block))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_its_colours_are_those_of_the_program(theme):
    light, dark = re.findall(r":root \{(.*?)\}", PAGE.read_text("utf-8"), re.DOTALL)[:2]
    used = colours(light if theme is LIGHT else dark)
    own = {"client": "cli.edge", "server": "srv.edge", "ok": "ok.fill", "on-ok": "ok.on", "bad": "err.edge",
           "on-bad": "err.on", "bad-tint": "err.tint"}  # fmt: skip
    assert len(used) == 19
    assert {name: theme.colour(own.get(name, name)) for name in used} == used
    for words in ("text", "text2", "text3", "client", "server"):
        assert contrast(used[words], used["pane"]) >= 4.5
    assert contrast(used["text2"], used["bad-tint"]) >= 4.5


# In a browser.


@needs_chromium
def test_by_keyboard_alone(address):
    """Enter connects; a text, a new line, bytes, a close: nobody needs a mouse."""

    async def scene(browser, url):
        page = await browser.open(url)
        assert await page.run(text("state")) == "not connected"
        await page.until(is_focused("connect"))
        await page.press("Enter")
        await page.until(is_focused("message"))
        assert await page.run(text("state")) == "OPEN"
        assert "permessage-deflate" in await page.run(text("told"))
        await page.type("你好")
        await page.press("Enter", shift=True)
        await page.type("世界")
        await page.press("Enter")
        await page.until("document.querySelectorAll('#log .received').length === 1")
        assert await page.run("document.querySelector('#log .received .said').textContent") == "你好\n世界"
        assert await page.run("document.querySelector('#log .received .size').textContent") == "13 B"
        await page.run("document.querySelector('[value=binary]').focus()")
        await page.press("Space")
        await page.press("Tab")
        await page.until(is_focused("message"))
        await page.run("document.getElementById('message').select()")
        await page.type("00 FF 8")
        await page.press("Enter")
        assert "two hex digits" in await page.run("document.querySelector('#sending .wrong').innerText")
        await page.type("00 FF 81")
        await page.press("Enter")
        await page.until("document.querySelectorAll('#log .received').length === 2")
        assert await page.run("document.querySelectorAll('#log .received .said')[1].textContent") == "00 ff 81"
        assert await page.run("document.querySelector('#sending .wrong').innerText") == ""
        for _ in range(5):  # the button, three samples, the code
            await page.press("Tab")
        await page.until(is_focused("code"))
        await page.run("document.getElementById('code').select()")
        await page.type("4001")
        await page.press("Tab")
        await page.type("再见")
        await page.press("Tab")
        await page.until(is_focused("close"))
        await page.press("Enter")
        await page.until(text("state") + " === 'CLOSED'")
        told = await page.run(text("told"))
        assert re.sub(r"\s+", " ", told) == "code 4001 reason “” wasClean true both sides said Close"
        await page.until(is_focused("connect"))

    seen(address, scene, Policy(deflate=DeflatePolicy()))


REFUSED = [
    ("send('early')", "sending", "connect first"),
    ("close(1000)", "closing", "connect first"),
    ("connect('ftp://127.0.0.1/')", "opening", "takes no such address"),
    ("connect('ws://127.0.0.1/#x')", "opening", "fragment"),
    ("connect('ws://127.0.0.1/', ['a', 'a'])", "opening", "duplicate"),
]


@needs_chromium
def test_what_cannot_be_done_is_one_sentence(address):
    async def scene(browser, url):
        page = await browser.open(url)
        for deed, form, said in REFUSED:
            await page.run(f"webSocket101.{deed}")
            assert said in await page.run(f"document.querySelector('#{form} .wrong').innerText")

    seen(address, scene)


@needs_chromium
def test_codes_that_a_page_may_not_say(address):
    """The connection stays open, and the sentence says why."""

    async def scene(browser, url):
        page = await browser.open(url)
        await page.run("document.getElementById('connect').click()")
        await page.until(text("state") + " === 'OPEN'")
        for code, reason, said in [
            ("1001", "", "1000, or 3000 to 4999, but not 1001"), ("x", "", "but not x"), ("5000", "", "but not 5000"),
            ("1000", "长" * 42, "this one has 126"), ("", "why", "needs a code"),
        ]:  # fmt: skip
            await page.run(f"document.getElementById('code').value = {json.dumps(code)}")
            await page.run(f"document.getElementById('reason').value = {json.dumps(reason)}")
            await page.run("document.getElementById('close').click()")
            assert said in await page.run("document.querySelector('#closing .wrong').innerText")
            assert await page.run(text("state")) == "OPEN"

    seen(address, scene)


@needs_chromium
def test_both_languages_have_every_word(address):
    async def scene(browser, url):
        page = await browser.open(url, language="zh-CN")
        assert await page.run("document.documentElement.lang") == "zh-CN"
        assert await page.run(text("state")) == "未连接"
        keys = "(words) => [...Object.keys(words), ...Object.keys(words.names)].sort().join()"
        assert await page.run(f"({keys})(WORDS.en) === ({keys})(WORDS.zh)")
        holes = r"(words) => Object.values(words).map((each) => String(each).match(/\{\w+\}/g)).join()"
        assert await page.run(f"({holes})(WORDS.en) === ({holes})(WORDS.zh)")
        named = "[...document.querySelectorAll('[data-say], [data-label]')]"
        named += ".flatMap(({ dataset }) => [dataset.say, dataset.label]).filter(Boolean)"
        assert await page.run(f"{named}.filter((name) => !WORDS.zh[name])") == []
        await page.run("document.getElementById('en').click()")
        assert await page.run("document.documentElement.lang") == "en"
        assert await page.run("location.search") == "?lang=en"
        await page.call("Page.reload")
        await page.until("document.readyState === 'complete' && document.documentElement.lang === 'en'")
        assert await page.run(text("state")) == "not connected"

    seen(address, scene)


@needs_chromium
def test_what_was_said_is_said_again_in_the_other_language(address):
    async def scene(browser, url):
        page = await browser.open(url)
        await page.run("document.getElementById('connect').click()")
        await page.until(text("state") + " === 'OPEN'")
        await page.run("document.querySelector('[data-try=Hello]').click()")
        await page.until("document.querySelectorAll('#log .received').length === 1")
        await page.run("document.getElementById('zh').click()")
        rows = await page.run("[...document.querySelectorAll('#log li')].map((row) => row.innerText)")
        assert len(rows) == 4
        assert "到网页" in rows[3]
        assert "消息不压缩" in rows[1]
        assert "消息不压缩" in await page.run(text("told"))

    seen(address, scene)


@needs_chromium
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_is_cut_off(address, language, dark):
    """Long words and a long message wrap; each control is in the page; the picture has the theme's own ground."""

    outside = "[...document.querySelectorAll('input, textarea, button, #log li, #log li *')].filter((each) => {"
    outside += " const { left, right } = each.getBoundingClientRect(); return left < 0 || right > innerWidth; })"
    small = "[...document.querySelectorAll('button')].filter((each) => each.getBoundingClientRect().height < 28)"
    theme = DARK if dark else LIGHT

    async def scene(browser, url):
        page = await browser.open(url, dark=dark, language=language)
        await page.run("document.getElementById('connect').click()")
        await page.until(text("state") + " === 'OPEN'")
        await page.run("webSocket101.send('x'.repeat(1000))")
        await page.run("webSocket101.close(3000, 'y'.repeat(123))")
        await page.until(text("state") + " === 'CLOSED'")
        for width in (320, 390, 820, 821, 1100, 1280, 1920):
            await page.resize(width, 900)
            assert await page.run("document.documentElement.scrollWidth") <= width
            assert await page.run(f"{outside}.map((each) => each.outerHTML)") == []
            assert await page.run(f"{small}.length") == 0
            picture = QImage.fromData(await page.picture())
            assert picture.width() == width
            assert picture.pixelColor(width // 2, 2).name().upper() == theme.colour("pane")
            assert picture.pixelColor(4, 400).name().upper() == theme.colour("pane")
            if width > 820:
                assert picture.pixelColor(width - 3, 899).name().upper() == theme.colour("stage")

    seen(address, scene)
