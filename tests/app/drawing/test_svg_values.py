"""Numbers, texts, names and fonts as SVG writes them."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.drawing.marks import Font
from app.drawing.svg_values import (
    FOREIGN,
    KEPT,
    NUMBERS,
    escaped,
    font_attributes,
    letters,
    number,
    outline,
    xml_name,
)  # fmt: skip


@given(st.floats(-1e6, 1e6))
def test_a_number_has_two_decimals_at_most(value):
    text = number(value)
    assert re.fullmatch(r"-?\d+(\.\d?[1-9])?", text)
    assert float(text) == pytest.approx(value, abs=0.005001)
    assert text != "-0"


def test_numbers_are_bounded():
    for value in range(KEPT + 100):
        assert number(value / 8 + 0.001)
    assert len(NUMBERS) <= KEPT


@given(st.text())
def test_an_escaped_text_reads_as_it_was_but_for_what_xml_cannot_hold(text):
    read = ET.fromstring(f"<t>{escaped(text)}</t>").text or ""
    assert read == re.sub(FOREIGN, "\ufffd", text)


@pytest.mark.parametrize(("text", "kept"), [("a b", False), ("a  b", True), (" a", True), ("a\n", True), ("", False)])
def test_white_space_that_would_be_lost_is_kept(text, kept):
    assert letters(text) == (text, ' xml:space="preserve"' if kept else "")


@pytest.mark.parametrize(("mark", "name"), [("a/b c", "a_b_c"), ("3", "m-3"), ("", "m-"), ("é.1", "é.1")])
def test_ids_are_names_of_xml(mark, name):
    assert xml_name(mark) == name


def test_fonts_and_lines():
    assert font_attributes(Font(13.5, True, False, True, 0.5), "#000000", "en") == (
        ' font-size="13.5" fill="#000000" font-weight="700" font-style="italic" letter-spacing="0.5"'
    )
    assert "DejaVu Sans Mono" in font_attributes(Font(mono=True), "#000000", "en")
    assert outline("", 1, (), False) == outline("#000000", 0, (), True) == ""
    assert outline("#000000", 2, (4, 2.5), True) == (
        ' stroke="#000000" stroke-width="2" stroke-dasharray="4 2.5" stroke-linecap="round" stroke-linejoin="round"'
    )
