"""The real mermaid in Chromium: a page that has loaded it, and what it draws of a text."""

from __future__ import annotations

import json
import os
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from chromium_support import driven


def mermaid_script():
    """Where the script of npm's mermaid lies: NODE_PATH may name a folder that has it."""
    for folder in filter(None, os.environ.get("NODE_PATH", "").split(os.pathsep)):
        script = Path(folder) / "mermaid" / "dist" / "mermaid.min.js"
        if script.is_file():
            return script
    return None


needs_mermaid = pytest.mark.skipif(
    mermaid_script() is None, reason="npm's mermaid is not found: install it and set NODE_PATH"
)

DRAW = """
(async () => {
  mermaid.initialize({ startOnLoad: false, securityLevel: "strict" });
  const { svg } = await mermaid.render("drawing", %s);
  document.getElementById("here").innerHTML = svg;
  const drawing = document.querySelector("#here svg");
  return {
    kind: drawing.getAttribute("aria-roledescription"),
    width: drawing.getBoundingClientRect().width,
    texts: [...drawing.querySelectorAll("text, foreignObject")].map(one => one.textContent.trim()).filter(Boolean),
    classes: [...drawing.querySelectorAll("[class]")].map(one => one.getAttribute("class")),
  };
})()
"""


@asynccontextmanager
async def drawing(address, folder):
    """A function that draws a text and tells what the drawing holds; a text that mermaid refuses is an error."""
    page_file = folder / "mermaid.html"
    script = mermaid_script().as_uri()
    page_file.write_text(
        f'<!DOCTYPE html><meta charset="utf-8"><script src="{script}"></script><div id="here"></div>', "utf-8"
    )
    async with driven(address) as browser:
        page = await browser.open(page_file.as_uri())

        async def draw(text):
            return await page.run(DRAW % json.dumps(text))

        yield draw
