"""The PDF page: its size, its fonts, its text, and that Qt's time stamps leave no trace."""

import re
import subprocess
from shutil import which

import pytest
from drawing_support import gallery

from app.drawing.pdf import to_pdf
from app.drawing.theme import PAPER

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_pdf_has_no_date_but_the_fixed_one_and_embeds_its_fonts():
    data = to_pdf(gallery(), PAPER)
    assert data.startswith(b"%PDF-1.")
    assert b"/CreationDate (D:20000101000000" in data
    assert b"/FontFile2" in data
    assert b"WebSocket101Sans" in data


def test_every_offset_of_a_pdf_points_at_its_object():
    data = to_pdf(gallery(), PAPER)
    start = int(re.search(rb"startxref\n(\d+)\s+%%EOF", data)[1])
    assert data[start:].startswith(b"xref")
    offsets = [int(offset) for offset in re.findall(rb"(\d{10}) 00000 n", data[start:])]
    for number, offset in enumerate(offsets, 1):
        assert data[offset:].startswith(b"%d 0 obj" % number)


@pytest.mark.skipif(which("pdftotext") is None, reason="needs pdftotext")
def test_the_text_of_a_pdf_can_be_searched(tmp_path):
    (tmp_path / "a.pdf").write_bytes(to_pdf(gallery(), PAPER))
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "a.pdf"), "-"], capture_output=True, check=True
    ).stdout
    assert "握手" in text.decode()
    assert "0x81 00 Il1O0" in text.decode()


def test_the_page_is_as_large_as_the_scene():
    assert re.search(rb"/MediaBox \[0 0 666[.0]* 579[.0]*\]", to_pdf(gallery(), PAPER))
