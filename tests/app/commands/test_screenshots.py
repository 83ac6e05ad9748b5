"""The verb that takes the pictures of the READMEs."""

from __future__ import annotations

import pytest

from app.commands import run
from app.screenshots import SHOTS


def test_one_picture_in_one_language(tmp_path, capsys):
    folder = tmp_path / "deep" / "pictures"
    assert run(["screenshots", "figure", "--lang", "zh_CN", "-o", str(folder)]) == 0
    assert [path.name for path in folder.iterdir()] == ["figure-zh.png"]
    assert "figure-zh.png" in capsys.readouterr().err


def test_an_unknown_picture_is_one_line_that_names_all(tmp_path, capsys):
    assert run(["screenshots", "moon", "-o", str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "“moon”" in err
    assert all(shot.name in err for shot in SHOTS)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made(tmp_path, capsys):
    (tmp_path / "file").write_text("", "utf-8")
    assert run(["screenshots", "figure", "--lang", "en", "-o", str(tmp_path / "file")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_folder_must_be_named(capsys):
    with pytest.raises(SystemExit) as ended:
        run(["screenshots"])
    assert ended.value.code == 2
