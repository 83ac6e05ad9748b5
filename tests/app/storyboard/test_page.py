"""The page: complete in itself, well-formed, in both languages, with the program's keys and words."""

import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from storyboard_support import recording_of, told

from app.actions import ACTIONS
from app.drawing.marks import Label
from app.drawing.theme import DARK, GREY, PAPER, PATTERNS, SURFACES, contrast
from app.storyboard.page import DEEDS, POLICY, keys_of, to_page
from app.storyboard.steps import Board, figure

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def page():
    return to_page([Board(told("closing-handshake"), lang) for lang in ("en", "zh_CN")], PAPER)


class Outline(HTMLParser):
    """Which elements there are, and whether all of them are closed."""

    VOID = frozenset({"meta", "input", "br"})

    def __init__(self, text):
        super().__init__()
        self.open, self.ids, self.tags, self.links = [], [], set(), []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        found = dict(attributes)
        self.ids += [found["id"]] if "id" in found else []
        self.links += [
            (tag, name, value) for name, value in attributes if name in {"src", "href", "xlink:href", "action"}
        ]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_every_element_is_closed_and_every_id_is_there_once(page):
    outline = Outline(page)
    assert outline.open == []
    assert len(outline.ids) == len(set(outline.ids))
    assert {f"{lang}-{number}" for lang in ("en", "zh-CN") for number in range(1, 18)} <= set(outline.ids)


def test_it_loads_nothing(page):
    assert {tag for tag, _, _ in Outline(page).links} == {"a"}
    assert all(value.startswith("https://www.rfc-editor.org/rfc/") for _, _, value in Outline(page).links)
    assert POLICY in page
    assert POLICY.startswith("default-src 'none'")
    assert re.findall(r"url\((?!#)", page) == []
    assert "@import" not in page
    assert "fetch(" not in page


def test_every_pattern_that_is_painted_with_is_in_the_same_step(page):
    used = 0
    for step in page.split('<section class="step" id="')[1:]:
        name = step.partition('"')[0]
        for pattern in re.findall(r"url\(#([^)]*)\)", step):
            assert pattern.startswith(f"{name}-hatch")
            assert f'<pattern id="{pattern}"' in step
            used += 1
    assert used


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_the_texts_of_the_figures_are_text(page, lang):
    for panel in map(Board(told("closing-handshake"), lang).panel, (1, 7, 12)):
        start = page.index(f'id="{lang.replace("_", "-")}-{panel.number}"')
        svg = page[page.index("<svg", start) : page.index("</svg>", start) + 6]
        texts = ["".join(one.itertext()) for one in ET.fromstring(svg).iter("text")]
        assert texts == [one.text for one in figure(panel.scene) if isinstance(one, Label) and one.text and one.opacity]
        assert ">" + panel.title.replace("&", "&amp;") + "</h2>" in page[start:]


def test_keys_are_those_of_the_program(page):
    setup = json.loads(re.search(r'<script type="application/json" id="setup">(.*?)</script>', page)[1])
    assert keys_of("next") == ["ArrowRight", " ", "PageDown"]
    assert keys_of("language") == ["l"]  # Ctrl+L is the browser's own
    assert [keys_of(name) for name in ("fullscreen", "help")] == [["f"], ["?"]]
    assert setup["keys"]["+"] == "faster"
    assert setup["keys"]["p"] == "play"
    assert setup["keys"]["."] == "blank"
    assert set(setup["keys"].values()) == set(DEEDS) <= {row.id for row in ACTIONS}
    assert setup["words"]["zh-CN"]["next"] == "下一步"
    assert setup["words"]["zh-CN"]["print"] == "打印全部步骤"
    assert set(setup["words"]["en"]) == set(setup["words"]["zh-CN"])


@pytest.mark.parametrize("theme", [PAPER, DARK, GREY, PATTERNS], ids=lambda theme: theme.name)
def test_its_colours_are_those_of_the_theme(theme):
    page = to_page([Board(recording_of(b"Hello"), "en")], theme)
    colours = dict(re.findall(r"--([a-z0-9-]+):(#[0-9A-F]{6});", page.partition("@media")[0]))
    assert colours.items() >= {name: theme.colour(name) for name in SURFACES}.items()
    for text in ("text", "text2", "text3"):
        assert contrast(colours[text], colours["pane"]) >= 4.5


def test_every_step_has_the_patterns_that_it_paints_with():
    """A browser does not paint with a pattern that stands in a step that is hidden."""
    page = to_page([Board(recording_of(b"Hello"), "en")], PATTERNS)
    steps = re.findall("<svg.*?</svg>", page.partition("<main>")[2], flags=re.DOTALL)
    used = [set(re.findall(r"url\(#([^)]*)\)", step)) for step in steps]
    defined = [set(re.findall('<pattern id="([^"]*)"', step)) for step in steps]
    assert used == defined
    assert any(used)
    assert sum(map(len, defined)) == len(set().union(*defined))


HOSTILE = b"</script></svg><script>alert(1)</script><!-- ]]> & \" '"


def test_no_payload_and_no_file_name_gets_out_of_its_text():
    tame = Outline(to_page([Board(recording_of(b"Hello"), "en")], PAPER))
    telling = recording_of(HOSTILE, "\u202e\u0085\u2028".encode(), name="</title><script>alert(1)</script>.jsonl")
    wild = Outline(to_page([Board(telling, "en")], PAPER))
    assert wild.open == []
    assert wild.tags <= tame.tags | {"code", "b", "tspan", "pattern", "defs", "path"}
    assert wild.links == [link for link in wild.links if link[0] == "a"]
    assert to_page([Board(telling, "en")], PAPER).count("<script") == 2


def test_a_question_stands_at_its_step_and_its_answer_behind_all_steps():
    page = to_page([Board(told("closing-handshake"), "en", questions=True)], PAPER)
    steps, _, solved = page.partition('<section class="solved">')
    assert Outline(page).open == []
    assert steps.count('<div class="ask"') == steps.count("<details>") == solved.count("<p>") == 6
    asked = steps[steps.index("What is its state then?") :]
    assert re.findall("<li><button>(.*?)</button>", asked)[:3] == [
        "OPEN, until the answer is here",
        "CLOSING",
        "CLOSED",
    ]
    assert "<b>B</b>  CLOSING<br>The first Close, sent or received" in solved
    figures = steps.count("<figure>")
    assert steps.count('<figure class="veiled">') < figures == 17
    assert 'class="ask"' not in to_page([Board(told("closing-handshake"), "en")], PAPER)
