"""`export lesson` and `export recording`: which files, exit codes, and one sentence for all that can go wrong."""

import asyncio
import io
import shutil
import signal
import sys
from pathlib import Path

import pytest
from storyboard_support import COURSE, told

from app.commands import run
from app.commands.export_files import Progress
from app.network.scenario import run_scenario

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def talk(tmp_path_factory):
    """A recording from a file."""
    path = tmp_path_factory.mktemp("talk") / "talk.jsonl"
    asyncio.run(run_scenario(COURSE.lesson("closing-handshake").scenario)).save(path)
    return path


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """One in which a rule is broken."""
    lesson = COURSE.lesson("errors")
    path = tmp_path_factory.mktemp("talk") / "broken.jsonl"
    asyncio.run(run_scenario(lesson.scenario, [lesson.faults[1].id])).save(path)
    return path


def exported(*arguments):
    return run(["export", *map(str, arguments)])


def test_a_step_by_number_and_by_id_is_the_same_figure(tmp_path, capsys):
    assert exported("lesson", "closing-handshake:9", "-o", tmp_path / "a.svg") == 0
    step = told("closing-handshake").step(8, "en").id
    assert exported("lesson", f"closing-handshake:{step}", "-o", tmp_path / "b.svg") == 0
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
    assert b"The server answers with its own Close" in (tmp_path / "a.svg").read_bytes()
    dark = ("--lang", "zh_CN", "--theme", "dark")
    assert exported("lesson", "closing-handshake:9", "-o", tmp_path / "c.svg", *dark) == 0
    assert "服务器" in (tmp_path / "c.svg").read_text("utf-8")
    assert capsys.readouterr() == ("", "")


def test_many_into_a_folder_with_a_line_for_each(tmp_path, capsys):
    out = tmp_path / "new"
    assert exported("lesson", "errors", "myths:2", "-o", out, "--format", "svg", "--lang", "zh_CN") == 0
    names = sorted(path.name for path in out.iterdir())
    assert names == [*(f"errors-{number}.zh_CN.svg" for number in range(1, 9)), "myths-2.zh_CN.svg"]
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == ["1/2 errors.zh_CN.svg", "2/2 myths-2.zh_CN.svg"]


def test_a_fault_is_told_and_named(tmp_path):
    fault = COURSE.lesson("closing-handshake").variants[1].id
    assert exported("lesson", "closing-handshake", "--fault", fault, "-o", tmp_path, "--format", "mmd") == 0
    text = (tmp_path / f"closing-handshake-{fault}.mmd").read_text("utf-8")
    assert text.index("server->>client: Close") < text.index("client->>server: Close")


@pytest.mark.parametrize("suffix", ["html", "pdf", "gif", "apng", "mmd"])
def test_a_recording_in_every_format(tmp_path, talk, suffix):
    one, two = (tmp_path / f"{name}.{suffix}" for name in "ab")
    for path in (one, two):
        assert exported("recording", talk, "-o", path, "--depth", "1", "--scale", "0.5") == 0
    begin = {"html": b"<!DOCTYPE html>", "pdf": b"%PDF-", "gif": b"GIF89a", "apng": b"\x89PNG", "mmd": b"---\ntitle:"}
    assert one.read_bytes().startswith(begin[suffix])
    assert one.read_bytes() == two.read_bytes()


def test_deeper_is_longer(tmp_path, talk):
    sizes = []
    for depth in ("1", "2", "3"):
        exported("recording", talk, "-o", tmp_path / "a.html", "--depth", depth)
        sizes.append((tmp_path / "a.html").read_text("utf-8").count('<section class="step"'))
    exported("recording", talk, "-o", tmp_path / "a.html")
    usual = (tmp_path / "a.html").read_text("utf-8").count('<section class="step"')
    assert sizes[0] < sizes[1] == usual < sizes[2]


def test_a_recording_that_breaks_a_rule_ends_with_1(tmp_path, broken):
    assert exported("recording", broken, "-o", tmp_path / "a.mmd") == 1
    assert "section" in (tmp_path / "a.mmd").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lesson", "nope", "-o", "a.pdf"], "no lesson named “nope”; the course has: why-websocket"),
        (["lesson", "-o", "a.pdf"], "Which lesson?"),
        (["recording", "-o", "a.pdf"], "Which recording?"),
        (["lesson", "frames", "-o", "a.png"], "“a.png” holds one figure: name a step (frames:1)"),
        (["lesson", "frames", "-o", "a.doc"], "“a.doc” does not end in .html, .pdf, .gif, .apng, .mmd."),
        (["lesson", "frames:2", "-o", "a.gif"], "does not end in .svg, .pdf, .png, .txt, .tex, .mmd, .json, .alt.txt."),
        (
            ["lesson", "frames:2", "-o", ".", "--format", "gif"],
            "One step is written as svg, pdf, png, txt, tex,",
        ),
        (["lesson", "frames:99", "-o", "a.svg"], "“frames” has no step “99”: it has steps 1 to 20."),
        (["lesson", "frames:0", "-o", "a.svg"], "no step “0”"),
        (["lesson", "frames", "masking", "-o", "a.pdf"], "Several go into a folder"),
        (["lesson", "frames", "--fault", "nope", "-o", "a.mmd"], "nope"),
        (["lesson", "frames", "-o", "no/such/a.mmd"], "“no/such/a.mmd” could not be written: no such file"),
        (["lesson", "frames", "-o", "no/such", "--format", "mmd"], "The folder “no/such” cannot be made: no such file"),
        (["lesson", "frames", "-o", "file", "--format", "mmd"], "The folder “file” cannot be made: it is a file."),
        (["recording", "none.jsonl", "-o", "a.mmd"], "none.jsonl"),
        (["recording", "file", "-o", "a.mmd"], "none of pcap, pcapng, HAR and recordings"),
        (["recording", "TALK", "--connection", "2", "-o", "a.mmd"], "has no connection 2: it has 1."),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_2(tmp_path, monkeypatch, capsys, talk, arguments, said):
    monkeypatch.chdir(tmp_path)
    Path("file").write_text("nothing of ours, and long enough to be looked at")
    assert exported(*(talk if one == "TALK" else one for one in arguments)) == 2
    complaint = capsys.readouterr().err
    assert said in complaint
    assert complaint.startswith("export: ")
    assert complaint.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_what_is_sound_is_written_although_something_else_is_not(tmp_path, talk, capsys):
    missing = tmp_path / "missing.jsonl"
    assert exported("recording", missing, talk, "-o", tmp_path / "out", "--format", "mmd") == 2
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["talk.mmd"]
    assert "missing.jsonl" in capsys.readouterr().err


@pytest.mark.parametrize("scale", ["0", "-1", "nan", "inf", "9", "x"])
def test_a_picture_has_a_sensible_size(tmp_path, scale, capsys):
    with pytest.raises(SystemExit) as ended:
        exported("lesson", "myths:1", "-o", tmp_path / "a.png", f"--scale={scale}")
    assert ended.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_too_many_steps_are_no_story(tmp_path, monkeypatch, talk, capsys):
    monkeypatch.setattr("app.storyboard.sources.MOST", 10)
    assert exported("recording", talk, "-o", tmp_path / "a.html", "--depth", "3") == 2
    assert "steps at depth 3: a storyboard has at most 10. Choose a lower depth." in capsys.readouterr().err


def test_the_old_file_stays_if_the_new_one_cannot_be_drawn(tmp_path, monkeypatch, capsys):
    out = tmp_path / "a.gif"
    out.write_bytes(b"old")
    monkeypatch.setitem(sys.modules, "PIL", None)
    monkeypatch.delitem(sys.modules, "app.storyboard.animation", raising=False)
    assert exported("lesson", "myths", "-o", out) == 2
    assert out.read_bytes() == b"old"
    assert "Pillow" in capsys.readouterr().err


def test_on_a_terminal_the_progress_is_one_line_with_a_bar(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    progress = Progress(4)
    for name in ("a", "b\x1b[31m"):
        progress.show(name)
        progress.done()
    progress.clear()
    said = terminal.getvalue()
    assert "\n" not in said
    assert "[######..................] 1/4 b\\x1b[31m" in said
    assert said.endswith("\r\x1b[K")


def test_ctrl_c_ends_after_the_step_with_one_sentence_and_no_half_file(tmp_path, monkeypatch, capsys):
    drawn, step = [], Progress.step

    def stop(self, number):
        drawn.append(number)
        if len(drawn) == 9:
            signal.raise_signal(signal.SIGINT)
        step(self, number)

    monkeypatch.setattr(Progress, "step", stop)
    before = signal.getsignal(signal.SIGINT)
    assert exported("lesson", "myths", "-o", tmp_path, "--format", "pdf", "html") == 130
    assert len(drawn) == 9
    assert signal.getsignal(signal.SIGINT) is before
    assert capsys.readouterr().err.splitlines() == ["1/2 myths.pdf", "2/2 myths.html", "export: stopped, 1 of 2 done"]
    assert [path.name for path in tmp_path.iterdir()] == ["myths.pdf"]


def test_files_of_one_name_are_kept_apart(tmp_path, talk):
    other = tmp_path / "other"
    other.mkdir()
    for path in (other / "talk.jsonl", other / "talk.txt", other / "single.jsonl"):
        path.write_bytes(talk.read_bytes())
    files = [talk, *sorted(other.iterdir())]
    assert exported("recording", *files, "-o", tmp_path / "out", "--format", "mmd") == 0
    names = {"single.mmd", "talk-jsonl.mmd", "talk-jsonl-2.mmd", "talk-txt.mmd"}
    assert {path.name for path in (tmp_path / "out").iterdir()} == names


def test_the_folder_of_a_lesson_is_told_and_its_questions_asked(tmp_path):
    mine = shutil.copytree(COURSE.lesson("errors").path, tmp_path / "mine")
    assert exported("lesson", mine, "-o", tmp_path / "a.html") == 0
    assert exported("lesson", mine, "-o", tmp_path / "b.html", "--questions") == 0
    plain, asking = ((tmp_path / f"{name}.html").read_text("utf-8") for name in "ab")
    assert ('class="ask"' in plain, 'class="ask"' in asking) == (False, True)
    assert exported("lesson", f"{mine}:2", "-o", tmp_path / "a.svg") == 0
