"""Chromium without a window, driven over its DevTools protocol: JSON messages on a WebSocket, and the client is ours.

    with chromium(folder) as address:
        async with driven(address) as browser:
            page = await browser.open("http://127.0.0.1:8765/")
            assert await page.run("document.title") == "WebSocket 101"

So every test that looks at a page also has Chromium's own WebSocket server as a foreign peer.
"""

from __future__ import annotations

import asyncio
import base64
import json
import re
import subprocess
from contextlib import asynccontextmanager, contextmanager
from itertools import count
from shutil import which

import pytest
from patience_support import PATIENCE

from app.network.client import connect
from app.network.url import parse_url
from protocol.events import Closed, MessageReceived, Opened
from protocol.extensions import DeflateOffer
from protocol.handshake import Offer

CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage", "--hide-scrollbars",
    "--no-proxy-server", "--ignore-certificate-errors", "--disable-features=LocalNetworkAccessChecks",
    "--force-device-scale-factor=1", "--remote-debugging-port=0",
]  # fmt: skip

"""Seconds that anything may take on a busy machine."""


@contextmanager
def chromium(folder):
    """A browser with a profile of its own in `folder`; the address of its DevTools."""
    process = subprocess.Popen(
        [CHROMIUM, *FLAGS, f"--user-data-dir={folder}", "about:blank"],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace",
    )  # fmt: skip
    try:
        with process.stderr:
            found = next((match for line in process.stderr if (match := re.search(r"ws://\S+", line))), None)
            assert found is not None, "Chromium ended before its DevTools were ready"
            yield found[0]
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@asynccontextmanager
async def driven(address, **options):
    """The browser at this address, for one event loop; all its pages are closed at the end."""
    offer = Offer("", "", "", deflate=DeflateOffer())
    client = await connect(parse_url(address), offer, **options)
    browser = Browser(client)
    listening = asyncio.create_task(browser.listen())
    try:
        await asyncio.wait_for(browser.opened.wait(), PATIENCE)
        yield browser
        for page in browser.pages:
            await browser.call("Target.closeTarget", targetId=page.target)
        client.link.act(lambda connection: connection.send_close())
        await asyncio.wait_for(listening, PATIENCE)
    finally:
        listening.cancel()
        client.link.reset()


class Browser:
    """Calls on their way to the browser, and their answers."""

    def __init__(self, client):
        self.client = client
        self.pages = []
        self.opened = asyncio.Event()
        self.told = None
        """How the connection ended."""
        self._numbers = count(1)
        self._waiting = {}

    async def listen(self):
        """Give each answer to whoever waits for it."""
        async for event in self.client:
            if isinstance(event, MessageReceived):
                document = json.loads(event.text)
                if "id" in document:
                    self._waiting.pop(document["id"]).set_result(document)
            elif isinstance(event, Opened):
                self.opened.set()
            elif isinstance(event, Closed):
                self.told = event.told
        for waiting in self._waiting.values():
            waiting.cancel()

    async def call(self, method, session=None, **parameters):
        """The result of one command of the DevTools protocol."""
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": parameters}
        if session is not None:
            message["sessionId"] = session
        self._waiting[number] = asyncio.get_running_loop().create_future()
        self.client.link.act(lambda connection: connection.send_text(json.dumps(message)))
        answer = await asyncio.wait_for(self._waiting[number], PATIENCE)
        assert "error" not in answer, answer
        return answer["result"]

    async def open(self, url, *, width=1280, height=800, dark=False, language="en"):
        """A page of that size, at this address, for someone who prefers that theme and language."""
        target = (await self.call("Target.createTarget", url="about:blank"))["targetId"]
        session = (await self.call("Target.attachToTarget", targetId=target, flatten=True))["sessionId"]
        page = Page(self, target, session)
        self.pages.append(page)
        theme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        agent = (await self.call("Browser.getVersion"))["userAgent"]
        await page.call("Emulation.setEmulatedMedia", features=[theme])
        await page.call("Emulation.setUserAgentOverride", userAgent=agent, acceptLanguage=language)
        await page.call("Emulation.setFocusEmulationEnabled", enabled=True)
        await page.resize(width, height)
        await page.call("Page.navigate", url=url)
        await page.until(
            f"location.href !== 'about:blank' && document.readyState === 'complete' || {url!r} === 'about:blank'"
        )
        return page


class Page:
    """One page of the browser."""

    def __init__(self, browser, target, session):
        self.browser = browser
        self.target = target
        self.session = session

    async def call(self, method, **parameters):
        """A command for this page."""
        return await self.browser.call(method, self.session, **parameters)

    async def resize(self, width, height):
        """Make the window so large, in CSS pixels."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        await self.call("Emulation.setDeviceMetricsOverride", **size)

    async def run(self, expression):
        """The value of a JavaScript expression, as JSON; a promise is waited for."""
        result = await self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    async def until(self, expression):
        """Wait until this is true."""
        async with asyncio.timeout(PATIENCE):
            while not await self.run(expression):
                await asyncio.sleep(0.005)

    async def type(self, text):
        """What someone types where the focus is."""
        await self.call("Input.insertText", text=text)

    async def press(self, key, *, shift=False):
        """One key: Tab, Enter, Space."""
        code, text = {"Tab": (9, ""), "Enter": (13, "\r"), "Space": (32, " ")}[key]
        parts = {"key": text if key == "Space" else key, "code": key, "windowsVirtualKeyCode": code}
        parts["modifiers"] = 8 if shift else 0
        await self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **parts)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **parts)

    async def picture(self):
        """The page as it looks now: PNG."""
        return base64.b64decode((await self.call("Page.captureScreenshot"))["data"])
