"""The session: what is open, where the cursor stands, what was answered."""

import errno
import shutil
from dataclasses import replace

import pytest
from desk_support import COURSE, recorded, run_recorded
from figures_support import plain_room

from app.network.sockets import PORT_TAKEN, NetworkError
from app.session import Session
from lessons.loader import load_lesson
from protocol.recording import Recording, load

CHANGES = [
    (lesson.slug, fault.id)
    for lesson in COURSE.lessons
    for fault in lesson.faults
    if fault.id not in lesson.scenario.switched(())
]
"""What can be switched on that is not on at first."""


@pytest.fixture
def session(qapp):
    return Session(COURSE, run_recorded)


@pytest.fixture
def failures(session):
    heard = []
    session.failed.connect(heard.append)
    return heard


def question_step(session):
    for number in range(session.telling.count):
        if session.view(number).question:
            return number
    raise AssertionError("the lesson asks nothing")


@pytest.mark.parametrize("slug", [lesson.slug for lesson in COURSE.lessons])
def test_every_step_has_words_and_a_scene(session, slug):
    session.open_slug(slug)
    for number in range(session.telling.count):
        session.timeline.seek(number)
        for lang in ("en", "zh_CN"):
            session.set_language(lang)
            view = session.view()
            assert view.title
            assert view.label
            assert view.body
        assert session.scene(plain_room()).marks


def test_an_unknown_lesson_leaves_the_open_one(session, failures):
    session.open_slug("accept-key")
    session.open_slug("accept-kex")
    assert failures == [
        "There is no lesson named “accept-kex”; the course has: "
        + ", ".join(lesson.slug for lesson in COURSE.lessons)
        + "."
    ]
    assert session.lesson.slug == "accept-key"


def test_a_run_that_fails_leaves_the_open_lesson(qapp, failures):
    answers = [recorded("accept-key"), NetworkError("The port 80 is taken")]
    session = Session(COURSE, lambda order, done: done(answers.pop(0)))
    heard = []
    session.failed.connect(heard.append)
    session.open_slug("accept-key", step=5)
    session.open_slug("closing-handshake")
    assert heard == ["The port 80 is taken."]
    assert (session.lesson.slug, session.timeline.step) == ("accept-key", 5)


def test_a_late_run_does_not_replace_a_newer_one(qapp):
    waiting = []
    session = Session(COURSE, lambda order, done: waiting.append(done))
    session.open_slug("accept-key")
    session.open_slug("closing-handshake")
    waiting[1](recorded("closing-handshake"))
    waiting[0](recorded("accept-key"))
    assert session.lesson.slug == "closing-handshake"


@pytest.fixture
def runs():
    """Runs that wait for their end: (faults, done)."""
    return []


@pytest.fixture
def slow(qapp, runs):
    """A session with a lesson open whose next runs end when the test says so."""
    session = Session(COURSE, lambda order, done: runs.append((order.faults, done)))
    session.open_slug("opening-handshake", step=3)
    runs.pop()[1](recorded("opening-handshake"))
    return session


def test_a_fault_toggled_fast_ends_as_it_was_left(slow, runs):
    fault, other = (each.id for each in slow.lesson.faults[:2])
    for each, on in [(fault, True), (other, True), (fault, False)]:
        slow.set_fault(each, on=on)
    assert [faults for faults, _ in runs] == [{fault}, {other}, {other}]
    for faults, done in reversed(runs):
        done(recorded("opening-handshake", faults))
    assert slow.faults == {other}
    slow.set_fault(other, on=False)
    assert runs[-1][0] == frozenset()


def test_a_fault_whose_run_fails_is_off_again(slow, runs):
    fault, other = (each.id for each in slow.lesson.faults[:2])
    slow.set_fault(fault, on=True)
    runs.pop()[1](TimeoutError("too slow"))
    assert slow.faults == frozenset()
    slow.set_fault(other, on=False)
    assert runs.pop()[0] == frozenset()


def test_who_walks_on_during_a_run_is_not_carried_back(slow, runs):
    fault = slow.lesson.faults[0].id
    for on in (True, False):
        slow.set_fault(fault, on=on)
        slow.timeline.seek(1)
        slow.set_language("zh_CN")
        faults, done = runs.pop()
        done(recorded("opening-handshake", faults))
    assert slow.timeline.step == 1
    assert slow.view().title == slow.telling.step(1, "zh_CN").title


@pytest.mark.parametrize(("step", "shown"), [(10**6, -1), (-5, 0)])
def test_a_step_beyond_the_end_is_the_nearest_one(session, step, shown):
    session.open_slug("accept-key", step=step)
    assert session.timeline.step == range(session.telling.count)[shown]


def test_a_recording_that_was_opened_is_not_replaced_by_a_late_run(slow, runs, tmp_path):
    path = tmp_path / "talk.jsonl"
    recorded("closing-handshake").main.save(path)
    slow.set_fault(slow.lesson.faults[0].id, on=True)
    slow.open_recording(path)
    faults, done = runs.pop()
    done(recorded("opening-handshake", faults))
    assert slow.lesson is None
    slow.set_fault("no-upgrade", on=True)
    assert runs == []


def test_answers_are_kept_for_each_fault(session):
    session.open_slug("closing-handshake")
    step = question_step(session)
    session.timeline.seek(step)
    option = next(iter(session.asked().options))
    session.answer(option)
    fault = session.lesson.faults[0].id
    session.set_fault(fault, on=True)
    assert session.asked() is None or session.asked().chosen == ""
    session.set_fault(fault, on=False)
    session.timeline.seek(step)
    assert session.asked().chosen == option


def test_a_lesson_that_is_no_part_of_the_course(qapp, tmp_path):
    folder = tmp_path / "mine"
    shutil.copytree(COURSE.lesson("closing-handshake").path, folder)
    source = folder / "lesson.toml"
    source.write_text(source.read_text(encoding="utf-8").replace('slug = "closing-handshake"', 'slug = "mine"'))
    session = Session(COURSE, lambda order, done: done(recorded("closing-handshake", order.faults)))
    session.open_lesson(load_lesson(folder))
    assert session.lesson.slug == "mine"
    session.set_fault(session.lesson.faults[0].id, on=True)
    assert session.faults == {session.lesson.faults[0].id}


def test_a_question_that_nobody_can_decide_is_a_mistake_in_the_lesson(session, failures):
    lesson = COURSE.lesson("closing-handshake")
    question = replace(lesson.questions[0], decide="drop_header", params={})
    session.open_lesson(replace(lesson, questions=(question, *lesson.questions[1:])))
    assert "cannot be decided: KeyError('header')" in failures[0]
    question = replace(lesson.questions[0], decide="frame_size", params={"who": "client", "text": ""})
    session.open_lesson(replace(lesson, questions=(question, *lesson.questions[1:])))
    assert "none of its options" in failures[1]
    assert session.telling is None


def test_a_question_is_open_until_it_is_answered(session):
    session.open_slug("opening-handshake")
    session.timeline.seek(question_step(session))
    asked = session.asked()
    assert (asked.chosen, asked.right, asked.answer) == ("", "", "")
    session.answer("nonsense")
    assert session.asked().chosen == ""
    wrong = next(iter(asked.options))
    session.answer(wrong)
    asked = session.asked()
    assert asked.chosen == wrong
    assert asked.right in asked.options
    assert asked.answer


def test_an_open_question_veils_what_would_answer_it(session):
    for lesson in COURSE.lessons:
        session.open_lesson(lesson)
        for number in range(session.telling.count):
            view = session.view(number)
            if not view.hides:
                continue
            session.timeline.seek(number)
            veiled = session.scene(plain_room())
            session.answer(next(iter(session.asked().options)))
            open_scene = session.scene(plain_room())
            changed = [mark.id for mark, other in zip(veiled.marks, open_scene.marks, strict=True) if mark != other]
            assert changed, f"{lesson.slug}/{view.id} hides nothing that is there: {view.hides}"


@pytest.mark.parametrize(("slug", "fault"), CHANGES)
def test_every_fault_can_be_switched_on_and_off(session, failures, slug, fault):
    session.open_slug(slug)
    normal = [session.view(number).id for number in range(session.telling.count)]
    session.timeline.last()
    session.set_fault(fault, on=True)
    assert failures == []
    assert [view.on for view in session.telling.faults("en") if view.id == fault] == [True]
    for number in range(session.telling.count):
        session.timeline.seek(number)
        assert session.scene(plain_room()).marks
    assert [session.view(number).id for number in range(session.telling.count)] != normal
    session.set_fault(fault, on=False)
    assert [session.view(number).id for number in range(session.telling.count)] == normal


def test_controls_hold_until_the_next_step(session):
    session.open_slug("accept-key")
    step = next(n for n in range(session.telling.count) if session.view(n).focus.startswith("round."))
    session.timeline.seek(step)
    (block, number) = session.controls(plain_room())
    session.turn("round", 42)
    assert [control.value for control in session.controls(plain_room()) if control.name == "round"] == [42]
    session.timeline.next()
    session.timeline.back()
    assert session.controls(plain_room()) == (block, number)


def test_a_recording_from_a_file_tells_its_own_story(session, failures, tmp_path):
    path = tmp_path / "talk.jsonl"
    recorded("closing-handshake").main.save(path)
    session.open_recording(path)
    assert failures == []
    assert session.telling.title("en") == "talk.jsonl"
    assert session.telling.count == len(session.telling.facts)
    for number in range(session.telling.count):
        session.timeline.seek(number)
        assert session.view().title
        assert session.scene(plain_room()).marks


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "cannot be read"), ("{}", "not a recording"), ("\x00\xff", "not a recording")],
)
def test_a_bad_file_leaves_what_is_open(session, failures, tmp_path, content, words):
    session.open_slug("accept-key")
    path = tmp_path / "bad"
    if content is not None:
        path.write_text(content)
    session.open_recording(path)
    assert len(failures) == 1
    assert words in failures[0]
    assert session.lesson.slug == "accept-key"


def test_a_damaged_tail_is_told_and_the_rest_is_shown(translators, session, failures, tmp_path):
    path = tmp_path / "cut.jsonl"
    path.write_text("\n".join([*recorded("accept-key").main.lines(), "{"]))
    session.open_recording(path)
    assert session.telling.count > 10
    count = len(session.telling.facts.recording)
    assert failures[0] == f"{load(path).damage}."
    assert f"{count} entries before it were read" in failures[0]
    translators.use("zh_CN")
    session.open_recording(path)
    assert failures[1] == f"{path}，第 {count + 2} 行：不是记录条目；此前的 {count} 条已读取。"


def test_an_empty_recording_shows_nothing_and_does_not_raise(session, tmp_path):
    path = tmp_path / "empty.jsonl"
    Recording().save(path)
    session.open_recording(path)
    assert (session.view(), session.scene(plain_room()), session.asked()) == (None, None, None)
    session.timeline.next()


@pytest.mark.parametrize(("slug", "fault"), CHANGES)
def test_a_fault_leads_to_where_it_is_told_and_back(session, slug, fault):
    session.open_slug(slug)
    session.timeline.seek(4)
    session.set_fault(fault, on=True)
    told = {step.id for step in session.lesson.steps if fault in step.when}
    ids = [session.view(number).id.partition("/")[0] for number in range(session.timeline.step + 1)]
    assert ids[-1] in told
    assert told.isdisjoint(ids[:-1])
    session.set_fault(fault, on=False)
    again = [session.view(number).id for number in range(session.telling.count)]
    common = [number for number, step in enumerate(again) if step in ids]
    assert session.timeline.step == max(common, default=0)


@pytest.fixture
def chinese(translators):
    translators.use("zh_CN")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            NetworkError(PORT_TAKEN, port="80", host="127.0.0.1", reason="address already in use"),
            "端口 80（地址已被占用）",
        ),
        (OSError(errno.EMFILE, "Too many open files"), "课程无法在这里运行：打开的文件过多。"),
    ],
)
def test_a_run_that_fails_is_told_in_the_language_of_the_window(qapp, chinese, error, words):
    session = Session(COURSE, lambda order, done: done(error))
    heard = []
    session.failed.connect(heard.append)
    session.open_slug("accept-key")
    assert len(heard) == 1
    assert words in heard[0]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("none", None, "none：没有这个文件或目录。"),
        (".", None, "：它是一个目录。"),
        ("readme", "# Title", "readme 第 1 行：不是版本 1 的记录。"),
        ("empty", next(Recording().lines()), "empty 是一份空记录，没有内容可以显示。"),
    ],
)
def test_a_bad_file_is_told_in_the_language_of_the_window(session, failures, chinese, tmp_path, name, content, words):
    if content is not None:
        (tmp_path / name).write_text(content)
    session.open_recording(tmp_path / name)
    assert len(failures) == 1
    assert failures[0].endswith(words)


def test_an_unknown_lesson_is_told_in_the_language_of_the_window(session, failures, chinese):
    session.open_slug("nothing")
    assert failures[0].startswith("没有名为“nothing”的课程；现有课程：why-websocket, ")


def test_a_recording_may_open_at_a_step(session, tmp_path):
    path = tmp_path / "talk.jsonl"
    recorded("accept-key").main.save(path)
    session.open_recording(path, 7)
    assert session.timeline.step == 7
    session.open_recording(path, 700)
    assert session.timeline.step == session.timeline.count - 1
