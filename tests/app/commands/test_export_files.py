"""What all of `export` shares: names of formats, choices from a command line, files, and what a library's lack says."""

import argparse
from pathlib import Path

import pytest

from app.commands.export_files import (
    FIGURES,
    add_options,
    choices,
    format_of,
    listed,
    make_folder,
    no_library,
    suffix_for,
    write,
)
from app.commands.output import InputError
from app.publishing.choices import Choices
from app.publishing.formats import SUFFIXES, suffix_of


def parsed(*arguments):
    parser = argparse.ArgumentParser()
    add_options(parser)
    return parser.parse_args(arguments)


def test_without_options_a_figure_is_as_usual():
    assert choices(parsed(), captioned=False) == Choices()
    assert choices(parsed("--lang", "zh_CN"), captioned=True) == Choices(lang="zh_CN", captions="zh_CN")


def test_every_option_is_a_choice():
    given = parsed(
        "--lang", "zh_CN", "--theme", "patterns", "--width", "slide", "--bits", "8", "--show", "names",
        "--captions", "both", "--number", "0", "--dpi", "300",
    )  # fmt: skip
    assert choices(given, captioned=False) == Choices("zh_CN", "patterns", "slide", 8, "names", "both", 0, 300)
    assert choices(parsed("--scale", "1"), captioned=False).dpi == 96


@pytest.mark.parametrize(
    "wrong", [("--dpi", "1"), ("--dpi", "x"), ("--scale", "0"), ("--scale", "nan"), ("--number", "-1"), ("--bits", "9")]
)
def test_what_is_out_of_bounds_is_refused(wrong, capsys):
    with pytest.raises(SystemExit):
        parsed(*wrong)
    assert wrong[0] in capsys.readouterr().err


def test_formats_and_suffixes_are_the_same():
    assert tuple(suffix_for(name) for name in FIGURES) == SUFFIXES
    for name in FIGURES:
        path = Path(f"A.b{suffix_for(name)}".upper())
        assert (format_of(path), suffix_of(path)) == (name, suffix_for(name))
    assert format_of(Path("-")) == "txt"
    assert listed(["svg", "alt"]) == ".svg, .alt.txt"


def test_files_are_whole_or_not_there(tmp_path, capsys):
    write(tmp_path / "a", b"data")
    assert (tmp_path / "a").read_bytes() == b"data"
    write(Path("-"), "é".encode())
    assert capsys.readouterr().out == "é"
    with pytest.raises(InputError, match="could not be written"):
        write(tmp_path / "no" / "a", b"")
    with pytest.raises(InputError, match="it is a file"):
        make_folder(tmp_path / "a")


def test_a_library_that_is_missing_is_named():
    assert "pip install pillow" in no_library(ImportError("no", name="PIL.Image"))
    assert "apt-get install" in no_library(ImportError("libEGL.so.1: cannot open"))
    with pytest.raises(ImportError):
        no_library(ImportError("no", name="app.nothing"))
