"""`export frame`: the file, the exit codes, and one sentence for everything that can go wrong."""

import json

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QImage

from app.commands import run
from app.commands.export import one_frame
from app.commands.output import InputError
from protocol.vocabulary import Opcode

HELLO = "81 85 37 fa 21 3d 7f 9f 4d 51 58"
"""A single-frame masked text message, RFC 6455 section 5.7."""


@pytest.fixture(autouse=True)
def english_again(qapp):
    """The verb ends with its process; here the next test wants no translators."""
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.mark.parametrize(("lang", "word"), [("en", "Bytes"), ("zh_CN", "掩码")])
def test_a_frame_as_svg(tmp_path, capsys, lang, word):
    out = tmp_path / "frame.svg"
    assert run(["export", "frame", *HELLO.split(), "-o", str(out), "--lang", lang]) == 0
    text = out.read_text()
    assert f'lang="{lang.replace("_", "-")}"' in text
    for part in (word, "MASK", "Hello", ">81<", ">58<"):
        assert part in text
    assert capsys.readouterr().err == ""


def test_a_frame_as_pdf_and_png_is_the_same_twice(tmp_path):
    for suffix in ("pdf", "png"):
        paths = [tmp_path / f"{n}.{suffix}" for n in (1, 2)]
        for path in paths:
            assert run(["export", "frame", HELLO, "-o", str(path)]) == 0
        assert paths[0].read_bytes() == paths[1].read_bytes()


def test_the_theme_is_paper_unless_asked(tmp_path):
    for name, options in (("paper", []), ("dark", ["--theme", "dark"])):
        run(["export", "frame", HELLO, "-o", str(tmp_path / f"{name}.png"), *options])
    assert QImage(str(tmp_path / "paper.png")).pixelColor(1, 1).name() == "#ffffff"
    assert QImage(str(tmp_path / "dark.png")).pixelColor(1, 1).name() == "#0f1115"


def test_a_frame_that_breaks_a_rule_is_drawn_and_ends_with_1(tmp_path):
    out = tmp_path / "broken.svg"
    assert run(["export", "frame", "81 05 48 65 6c 6c 6f", "-o", str(out), "--from", "client"]) == 1
    assert out.exists()
    assert run(["export", "frame", "81 05 48 65 6c 6c 6f", "-o", str(out)]) == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["81 8x"], "“x”"),
        (["81 85 37"], "needs at least 8 more bytes"),
        ([HELLO, "00 00"], "ends after byte 11: 2 more given"),
        ([], "Give its bytes in hex"),
        ([HELLO, "-o", "no/such/folder/f.tex"], "could not be written: no such file or directory"),
        ([HELLO, "-o", "f.gif"], ".svg, .pdf, .png"),
        ([HELLO, "-o", "no/such/folder/f.svg"], "could not be written: no such file or directory"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_2(tmp_path, monkeypatch, capsys, arguments, said):
    monkeypatch.chdir(tmp_path)
    options = [] if "-o" in arguments else ["-o", "f.svg"]
    assert run(["export", "frame", *arguments, *options]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [["frame", HELLO], ["frame", HELLO, "-o", "x.txt", "--bits", "9"], ["picture", HELLO, "-o", "x.svg"]],
)
def test_bad_usage_ends_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        run(["export", *arguments])
    assert ended.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_one_frame_is_read_whole():
    frame = one_frame(bytes.fromhex(HELLO))
    assert (frame.opcode, frame.payload) == (Opcode.TEXT, b"Hello")
    with pytest.raises(InputError, match="needs at least 1 more byte"):
        one_frame(b"\x81")


def test_text_formats_are_written_by_their_suffix(tmp_path, capsys):
    for suffix, word in ((".txt", "+-+-+-+-+-------+-+"), (".tex", r"\begin{bytefield}"), (".mmd", "packet-beta")):
        out = tmp_path / f"hello{suffix}"
        assert run(["export", "frame", HELLO, "-o", str(out)]) == 0
        assert word in out.read_text("utf-8")
    out = tmp_path / "hello.json"
    assert run(["export", "frame", HELLO, "-o", str(out), "--lang", "zh_CN", "--bits", "8"]) == 0
    told = json.loads(out.read_text("utf-8"))
    assert (told["width"], told["rows"][0]["boxes"][4]["name"]) == (8, "操作码")
    assert run(["export", "frame", "01 80 00 00 00 00", "--from", "server", "-o", "-"]) == 1
    assert "It breaks a rule of section 5.1" in " ".join(capsys.readouterr().out.split())


def test_the_layout_is_text_and_takes_no_bytes(tmp_path, capsys):
    assert run(["export", "layout", "-o", "-", "--show", "names"]) == 0
    assert "|F|R|R|R|opcode |M|" in capsys.readouterr().out
    assert run(["export", "layout", "-o", str(tmp_path / "l.svg")]) == 2
    assert run(["export", "layout", HELLO, "-o", "-"]) == 2
    assert list(tmp_path.iterdir()) == []
