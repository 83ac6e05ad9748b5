"""Every mistake that a lesson can have is known here and is said in the reader's language, with its place."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest
from sentences_support import ROOT, sentences, untranslated

from app.lesson_sentences import CONDITIONS, LESSONS, NOUNS, PATCHES, VALUES
from app.translate import Translators, said
from lessons.error import LessonError, whole
from lessons.loader import HERE, load_lesson
from lessons.patching import PatchError
from lessons.values import MissingValueError
from lessons.words import KINDS
from protocol.extension_list import ExtensionError, read_extensions

MISTAKES = [
    ("lesson.toml", 'slug = "', 'slag = "', "课程没有名为“slag”的键；可用的有：slug, ", "The lesson has no key “slag”"),
    ("lesson.toml", "[[phase]]", "[[phase]]\nx = 1", "阶段没有名为“x”的键；", "The phase has no key “x”"),
    ("lesson.toml", "[[step]]", "[[step]", "这不是 TOML：", "This is not TOML: "),
    ("zh_CN.md", "## phase ", "## fase ", "标题要写成“## ”加 phase, step, ", "A heading is “## ” with phase, step, "),
    (
        "zh_CN.md",
        "\n\n## ",
        "\n\nMore.\n\n## ",
        "标题下面是摘要：一段，而不是 2 段。",
        "Below the title stands its summary",
    ),
    ("zh_CN.md", "label: ", "title: ", "“title”出现了两次。", "“title” is given twice."),
]
"""A file, what is changed in it and to what, and how that is said in Chinese and in English."""


def _files(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def test_every_mistake_is_known() -> None:
    assert sentences(_files("lessons", "app"), {"LessonError": 2, "wrong": 0}) == set(LESSONS)


def test_every_part_of_a_mistake_is_known() -> None:
    assert sentences(_files("lessons"), {"ConditionError": 0}) == set(CONDITIONS)
    assert {whole(one) for one in sentences(_files("lessons"), {"PatchError": 0})} == set(PATCHES)
    missing = {whole(one) for one in sentences(_files("lessons"), {"MissingValueError": 0})}
    assert missing - set(LESSONS) == set(VALUES)
    assert {"lesson", "scenario", "condition", "action", *KINDS} <= set(NOUNS)
    assert sentences([ROOT / "lessons" / "words.py"], {"_one": 2}) <= set(NOUNS)


def test_every_sentence_has_a_translation() -> None:
    assert untranslated("mistakes", (*LESSONS, *CONDITIONS, *PATCHES, *VALUES, *NOUNS)) == []


@pytest.mark.parametrize(("name", "old", "new", "chinese", "english"), MISTAKES)
def test_a_mistake_in_a_file(
    translators: Translators, tmp_path: Path, name: str, old: str, new: str, chinese: str, english: str
) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(HERE / "closing-handshake", folder)
    path = folder / name
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(LessonError) as caught:
        load_lesson(folder)
    error = caught.value
    assert said(error).removesuffix(".") == str(error).removesuffix(".")
    assert error.sentence.startswith(english)
    translators.use("zh_CN")
    assert said(error).startswith(f"{path}:{error.line}: {chinese}")


def test_why_a_file_cannot_be_read(translators: Translators) -> None:
    error = LessonError(Path("a"), 1, "The lesson cannot be read: {reason}.", reason=os.strerror(errno.EACCES))
    strange = LessonError(Path("a"), 1, "The lesson cannot be read: {reason}.", reason="No such thing")
    assert (said(error), said(strange)) == (str(error), str(strange))
    translators.use("zh_CN")
    assert said(error) == "a:1: 无法读取课程：权限不足。"
    assert said(strange) == "a:1: 无法读取课程：No such thing。"


def test_an_error_within_an_error(translators: Translators) -> None:
    with pytest.raises(ExtensionError) as caught:
        read_extensions(["a;"])
    patch = PatchError("{name!r} takes a list, not {new!r}", name="masks", new=1)
    missing = MissingValueError("this run has no frame {number} from the {who}", number="3", who="client")
    sources = "The scenario cannot be run: {error}.", "The question “{id}” cannot be decided: {error!r}."
    run = [LessonError(None, 0, sources[0], error=one) for one in (patch, caught.value, ValueError("too late"))]
    decided = [LessonError(None, 0, sources[1], id="q", error=one) for one in (missing, KeyError("header"))]
    for error in (*run, *decided):
        assert said(error) == str(error)
    translators.use("zh_CN")
    assert [said(error) for error in run] == [
        "场景无法运行：'masks' 要的是列表，而不是 1。",
        "场景无法运行：分号之后要有参数的名称。",
        "场景无法运行：too late。",
    ]
    assert [said(error) for error in decided] == [
        "无法判定问题“q”：MissingValueError('这次运行中没有来自客户端的第 3 帧')。",
        "无法判定问题“q”：KeyError('header')。",
    ]


def test_names_of_the_files_stay_as_they_are(translators: Translators) -> None:
    error = LessonError(None, 0, "Write “[[{table}]]” for each {kind}.", table="step", kind="step")
    strange = LessonError(None, 0, whole("there is no moment “{kind}” in this run"), kind="mail.send")
    translators.use("zh_CN")
    assert said(error) == "每个步骤都要写成“[[step]]”。"
    assert said(strange) == "这次运行中没有“mail.send”时刻。"
