"""The settings file: nothing that stands in it, or keeps it from being read, stops the program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.settings import LANGUAGES, SPEEDS, THEMES, Loaded, Settings, SettingsFile, _read


def test_a_missing_file_means_defaults(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "none" / "settings.json").load() == Loaded(Settings())


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "folder" / "settings.json")
    settings = Settings(
        "zh_CN",
        "dark",
        0.5,
        "reduced",
        "AAEC",
        {"opening-handshake": ["a", "b"]},
        "must",
        {"format": ".png", "dpi": 300},
    )
    assert file.save(settings)
    assert file.load() == Loaded(settings)
    assert [path.name for path in file.path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '"x"', "\x00", '{"theme": "pink"}', '{"speed": 3}', "[" * 9999]
)
def test_a_damaged_file_means_defaults_and_says_so(tmp_path: Path, text: str) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    file.path.write_text(text)
    assert file.load() == Loaded(Settings(), damaged=True)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    file.path.write_bytes(b"\xff\xfe\xfa")
    assert file.load().damaged


def test_one_bad_entry_keeps_the_others(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    file.path.write_text(json.dumps({"language": "zh_CN", "theme": 7, "unknown": 1}))
    assert file.load() == Loaded(Settings(language="zh_CN"), damaged=True)


def test_an_entry_of_a_later_version_is_no_damage() -> None:
    assert _read({"unknown": 1}) == Loaded(Settings())


def test_a_folder_in_its_place_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    assert not SettingsFile(tmp_path / "settings.json").save(Settings())
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    assert file.save(Settings(theme="dark"))

    def full(_self: Path, _target: Path) -> Path:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "replace", full)
    assert not file.save(Settings(theme="light"))
    assert file.load().settings.theme == "dark"


json_values = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=5) | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(
    st.dictionaries(
        st.sampled_from(["language", "theme", "speed", "motion", "geometry", "progress", "export", "x"]), json_values
    )
)
def test_any_json_gives_valid_settings(stored: dict[str, object]) -> None:
    settings = _read(stored).settings
    assert settings.language in ("", *LANGUAGES)
    assert settings.theme in THEMES
    assert settings.speed in SPEEDS
    assert all(isinstance(step, str) for steps in settings.progress.values() for step in steps)
