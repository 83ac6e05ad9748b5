"""Files are replaced whole or stay as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.writing import replace_file

if TYPE_CHECKING:
    from pathlib import Path


def test_the_old_file_stays_when_the_new_one_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "figure.txt"
    replace_file(file, b"old")
    monkeypatch.setattr("os.fdopen", _full)
    with pytest.raises(OSError, match="full"):
        replace_file(file, b"new")
    assert (file.read_bytes(), len(list(tmp_path.iterdir()))) == (b"old", 1)


def test_others_may_read_what_was_written(tmp_path: Path) -> None:
    file = tmp_path / "figure.txt"
    replace_file(file, b"new")
    assert file.stat().st_mode & 0o400
    assert file.read_bytes() == b"new"


def _full(*_: object) -> None:
    raise OSError(28, "the disk is full")
