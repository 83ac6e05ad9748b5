"""`export frame`, `layout` and `states`: the files, the exit codes, one sentence for everything that can go wrong."""

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from patience_support import PATIENCE
from PySide6.QtGui import QImage

from app.commands import run
from app.commands.export_figures import all_frames, one_frame
from app.commands.output import InputError
from protocol.machine import TRANSITIONS
from protocol.vocabulary import Opcode

pytestmark = pytest.mark.usefixtures("qapp")

HELLO = "81 85 37 fa 21 3d 7f 9f 4d 51 58"
"""A single-frame masked text message, RFC 6455 section 5.7."""

ROOT = Path(__file__).resolve().parents[3]


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


def test_the_layout_takes_no_bytes(tmp_path, capsys):
    assert run(["export", "layout", "-o", "-", "--show", "names"]) == 0
    assert "|F|R|R|R| opcode|M|" in capsys.readouterr().out
    assert run(["export", "layout", HELLO, "-o", "-"]) == 2
    assert run(["export", "layout", "-o", str(tmp_path / "l.svg")]) == 0
    assert "stroke-dasharray" in (tmp_path / "l.svg").read_text("utf-8")


def test_every_frame_in_the_bytes_goes_into_a_folder(tmp_path, capsys):
    (tmp_path / "frames.hex").write_text(f"{HELLO}\n89 00\n01 80 00 00 00 00\n")
    out = tmp_path / "out"
    options = ["--format", "svg", "alt", "-o", str(out), "--from", "client"]
    assert run(["export", "frame", str(tmp_path / "frames.hex"), *options]) == 1  # the ping has no mask
    assert sorted(path.name for path in out.iterdir()) == [
        f"frame-{n}.{suffix}" for n in (1, 2, 3) for suffix in ("alt.txt", "svg")
    ]
    assert ">Hello<" not in (out / "frame-2.svg").read_text("utf-8")
    assert capsys.readouterr().err.splitlines()[-1] == "6/6 frame-3.alt.txt"
    assert run(["export", "frame", HELLO, "89", "-o", str(out), "--format", "svg"]) == 2
    assert "Frame 2 is not whole: it begins after byte 11 and needs at least 1 more byte." in capsys.readouterr().err


def test_frames_follow_each_other():
    assert [frame.opcode for frame in all_frames(bytes.fromhex(HELLO) + b"\x89\x00")] == [Opcode.TEXT, Opcode.PING]
    with pytest.raises(InputError, match="Frame 1 is not whole"):
        all_frames(b"\x81\x05He")


@pytest.mark.parametrize(
    ("option", "value", "other"),
    [("--width", "one-column", "slide"), ("--bits", "8", "16"), ("--show", "names", "values"),
     ("--captions", "both", "none"), ("--number", "0", "7"), ("--theme", "grey", "patterns")],
)  # fmt: skip
def test_every_option_makes_another_picture(tmp_path, option, value, other):
    pictures = set()
    for number, options in enumerate(([], [option, value], [option, other])):
        path = tmp_path / f"{number}.svg"
        assert run(["export", "frame", HELLO, "-o", str(path), *options]) == 0
        pictures.add(path.read_bytes())
    assert len(pictures) == 3


def test_dots_an_inch_are_the_size_of_a_picture(tmp_path):
    sizes = []
    for dpi in ("96", "300"):
        assert run(["export", "layout", "-o", str(tmp_path / "a.png"), "--dpi", dpi, "--width", "two-column"]) == 0
        sizes.append(QImage(str(tmp_path / "a.png")).width())
    assert sizes == [658, 2056]  # 174 mm


@pytest.mark.parametrize("suffix", ["svg", "txt", "tex", "mmd", "json", "alt.txt"])
@pytest.mark.parametrize("what", [["frame", HELLO], ["layout"], ["states"], ["lesson", "opening-handshake:4"]])
def test_text_loads_no_qt(tmp_path, suffix, what):
    script = (
        "import sys; sys.argv = ['main.py', *sys.argv[1:]]; from app.commands import run\n"
        "assert run(sys.argv[1:]) == 0\n"
        "assert not [name for name in sys.modules if name.startswith('PySide6')]"
    )
    command = [sys.executable, "-c", script, "export", *what, "-o", str(tmp_path / f"a.{suffix}")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / f"a.{suffix}").stat().st_size > 100


def exported(*arguments):
    return run(["export", "states", *map(str, arguments)])


@pytest.mark.parametrize(("lang", "word"), [("en", "receives Close"), ("zh_CN", "收到 Close")])
def test_a_picture_has_every_row_of_the_table(tmp_path, lang, word):
    path = tmp_path / "states.svg"
    assert exported("-o", path, "--lang", lang) == 0
    texts = ["".join(one.itertext()) for one in ET.parse(path).iter("{http://www.w3.org/2000/svg}text")]
    rows = sum(2 if row.role is None else 1 for row in TRANSITIONS)
    assert sum(text.startswith("§") for text in texts) == rows
    assert word in texts
    assert texts.count("CLOSING") == 2
    assert not any("7" in text and "0" in text for text in texts if "§" not in text)  # nobody has visited anything


@pytest.mark.parametrize("suffix", ["svg", "pdf", "png", "mmd", "json"])
def test_the_same_bytes_every_time(tmp_path, suffix):
    paths = [tmp_path / f"{name}.{suffix}" for name in "ab"]
    assert [exported("-o", path, "--theme", "dark") for path in paths] == [0, 0]
    assert paths[0].read_bytes() == paths[1].read_bytes() != b""


def test_json_is_the_table(tmp_path):
    path = tmp_path / "states.json"
    assert exported("-o", path) == 0
    told = json.loads(path.read_text("utf-8"))
    assert [state["name"] for state in told["states"]] == ["CONNECTING", "OPEN", "CLOSING", "CLOSED"]
    assert told["transitions"][0] == {
        "role": "client", "from": "CONNECTING", "signal": "101 received", "to": "OPEN", "section": "4.1",
    }  # fmt: skip
    assert len(told["transitions"]) == len(TRANSITIONS)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "a.gif"], "“a.gif” does not end in .svg, .pdf, .png, .txt, .tex, .mmd, .json, .alt.txt."),
        (["81 00", "-o", "a.svg"], "takes no bytes"),
        (["-o", "no/such/a.svg"], "could not be written: no such file or directory"),
    ],
)
def test_what_cannot_be_done_with_states_is_one_sentence_and_2(tmp_path, monkeypatch, capsys, arguments, said):
    monkeypatch.chdir(tmp_path)
    assert exported(*arguments) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
