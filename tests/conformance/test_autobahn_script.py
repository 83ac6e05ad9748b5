"""What the script makes of the suite's answers: reading, completeness, counting, sharing, the table, its refusals."""

from __future__ import annotations

import asyncio
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conformance import autobahn
from tests.conformance.suite import AGENT, SuiteError, find_python2, first_url, program
from tests.conformance.verdicts import (
    NOT_RUN,
    Verdict,
    complete,
    counts,
    join_sections,
    place,
    read_index,
    remarkable,
    section,
    shares,
)

INDEX = """{
   "websocket-101": {
      "1.1.1": {
         "behavior": "OK", "behaviorClose": "OK", "duration": 4,
         "remoteCloseCode": 1000, "reportfile": "websocket_case_1_1_1.json"
      },
      "7.1.5": {
         "behavior": "FAILED", "behaviorClose": "WRONG CODE", "duration": 2,
         "remoteCloseCode": 1002, "reportfile": "websocket_case_7_1_5.json"
      },
      "7.1.6": {
         "behavior": "INFORMATIONAL", "behaviorClose": "INFORMATIONAL", "duration": 5,
         "remoteCloseCode": null, "reportfile": "websocket_case_7_1_6.json"
      }
   }
}"""
"""As the suite writes it, cut to three cases."""

FINE = Verdict("1.1.1", "OK", "OK", 1000, 4)
WRONG = Verdict("7.1.5", "FAILED", "WRONG CODE", 1002, 2)
LEFT_OPEN = Verdict("7.1.6", "INFORMATIONAL", "INFORMATIONAL", None, 5)
LOST = Verdict("9.1.1", NOT_RUN, NOT_RUN)
TITLES = {"1": "Framing", "7": "Close Handling", "9": "Limits/Performance"}

case_names = st.lists(st.integers(1, 99), min_size=2, max_size=3).map(lambda parts: ".".join(map(str, parts)))


def test_the_index_of_the_suite_is_read() -> None:
    assert read_index(INDEX, AGENT) == {"1.1.1": FINE, "7.1.5": WRONG, "7.1.6": LEFT_OPEN}


def test_an_agent_that_was_never_there_has_no_verdicts() -> None:
    assert read_index(INDEX, "somebody else") == {}


@pytest.mark.parametrize("text", ["", "[]", '{"websocket-101": {"1.1.1": {}}}', '{"websocket-101": 3}', "<html>"])
def test_what_is_no_index_is_said_to_be_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"not the index\.json"):
        read_index(text, AGENT)


@pytest.mark.parametrize(
    ("behavior", "close", "good"),
    [
        ("OK", "OK", True),
        ("INFORMATIONAL", "INFORMATIONAL", True),
        ("NON-STRICT", "OK", False),
        ("FAILED", "OK", False),
        ("UNIMPLEMENTED", "OK", False),
        ("OK", "UNCLEAN", False),
        ("OK", "WRONG CODE", False),
        ("OK", "FAILED BY CLIENT", False),
        (NOT_RUN, NOT_RUN, False),
        ("a word that no version had so far", "OK", False),
    ],
)
def test_a_case_stands_only_if_both_verdicts_do(behavior: str, close: str, good: bool) -> None:
    assert Verdict("1.1.1", behavior, close).good is good


def test_a_case_without_a_result_is_not_lost() -> None:
    found = read_index(INDEX, AGENT)
    assert complete(["9.1.1", "7.1.5", "1.1.1"], found) == [FINE, WRONG, LOST]


def test_cases_stand_in_the_order_of_their_numbers() -> None:
    assert sorted(["10.1.1", "6.4.10", "6.4.9", "2.11"], key=place) == ["2.11", "6.4.9", "6.4.10", "10.1.1"]


@given(st.lists(case_names, unique=True), st.integers(1, 8))
def test_every_case_is_in_one_share_and_no_share_is_much_longer(cases: list[str], jobs: int) -> None:
    dealt = shares(cases, jobs)
    assert sorted(case for share in dealt for case in share) == sorted(cases)
    sizes = [len(share) for share in dealt]
    assert len(sizes) <= jobs
    assert all(size > 0 for size in sizes)
    assert not sizes or max(sizes) - min(sizes) <= 1


def test_the_counts_tell_both_verdicts() -> None:
    told = counts([FINE, FINE, WRONG, LEFT_OPEN])
    assert told == "2 OK, 1 FAILED, 1 INFORMATIONAL; closing: 2 OK, 1 WRONG CODE, 1 INFORMATIONAL"


def test_a_line_for_each_case_that_is_not_ok() -> None:
    assert remarkable([FINE, WRONG, LEFT_OPEN, LOST]) == [
        "7.1.5: FAILED, closing WRONG CODE, close code 1002",
        "7.1.6: INFORMATIONAL, closing INFORMATIONAL, no close code",
        "9.1.1: NOT RUN",
    ]


def test_a_case_that_only_closed_badly_has_its_line() -> None:
    assert remarkable([Verdict("2.1", "OK", "UNCLEAN")]) == ["2.1: OK, closing UNCLEAN, no close code"]


def test_the_table_has_a_row_a_group_and_a_sum() -> None:
    text = section("Our server", "Suite 0.8.2.", [FINE, WRONG, LEFT_OPEN, LOST], TITLES)
    assert text == (
        "## Our server\n\nSuite 0.8.2.\n\n"
        "| cases | number | OK | NON-STRICT | INFORMATIONAL | FAILED | UNIMPLEMENTED | NOT RUN | closing OK |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        "| 1 Framing | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"
        "| 7 Close Handling | 2 | 0 | 0 | 1 | 1 | 0 | 0 | 1 |\n"
        "| 9 Limits/Performance | 1 | 0 | 0 | 0 | 0 | 0 | 1 | 0 |\n"
        "| **all** | 4 | 1 | 0 | 1 | 1 | 0 | 1 | 2 |\n\n"
        "- 7.1.5: FAILED, closing WRONG CODE, close code 1002\n"
        "- 7.1.6: INFORMATIONAL, closing INFORMATIONAL, no close code\n"
        "- 9.1.1: NOT RUN\n"
    )


def test_a_new_section_takes_the_place_of_its_old_one_only() -> None:
    old = join_sections("", {"Our server": "## Our server\n\nold\n"}, "# Results\n")
    both = join_sections(old, {"Our client": "## Our client\n\nnew\n"}, "# Results\n")
    assert both == "# Results\n\n## Our client\n\nnew\n\n## Our server\n\nold\n"
    again = join_sections(both, {"Our server": "## Our server\n\nnew\n"}, "# Results\n")
    assert again == "# Results\n\n## Our client\n\nnew\n\n## Our server\n\nnew\n"


@pytest.mark.parametrize(
    ("patterns", "cases"),
    [
        ("*", ["1.1.1", "1.2.1", "10.1.1", "7.3.1"]),
        ("1.*", ["1.1.1", "1.2.1"]),
        ("7.3.1, 1.1.*", ["1.1.1", "7.3.1"]),
    ],
)
def test_patterns_choose_cases_in_the_order_of_the_suite(patterns: str, cases: list[str]) -> None:
    assert autobahn.select(("1.1.1", "1.2.1", "10.1.1", "7.3.1"), patterns) == cases


@pytest.mark.parametrize("patterns", ["8.*", "1.*,8.*", "", "1.*,"])
def test_a_pattern_that_names_no_case_is_refused(patterns: str) -> None:
    with pytest.raises(SuiteError, match="no case is named"):
        autobahn.select(("1.1.1", "7.3.1"), patterns)


@pytest.mark.parametrize(
    ("words", "url"),
    [
        ("serving on ws://127.0.0.1:40123/\n", "ws://127.0.0.1:40123/"),
        ("hello\n  wss://127.0.0.1:9 now\n", "wss://127.0.0.1:9"),
        ("ws://127.0.0.1:401", None),  # the line may go on
        ("http://127.0.0.1:40123/\n", None),
        ("", None),
    ],
)
def test_the_url_is_read_from_what_a_server_prints(words: str, url: str | None) -> None:
    assert first_url(words) == url


def test_a_python2_that_is_not_there_is_told(tmp_path, capsys) -> None:
    absent = str(tmp_path / "python2.7")
    with pytest.raises(SuiteError, match="--python2"):
        find_python2(absent)
    assert autobahn.main(["server", "--python2", absent]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)


def test_without_any_python2_on_the_path_it_says_what_to_do(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SuiteError, match=r"name a Python 2\.7"):
        find_python2(None)


def program_at(path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\nexit 1\n")
    path.chmod(0o755)
    return str(path)


def test_the_python_beside_wstest_comes_before_another(tmp_path, monkeypatch) -> None:
    another = program_at(tmp_path / "bin" / "python2.7")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{tmp_path / 'suite'}")
    assert find_python2(None) == another
    program_at(tmp_path / "suite" / "wstest")
    beside = program_at(tmp_path / "suite" / "python")
    assert find_python2(None) == beside
    assert find_python2(another) == another


def test_an_interpreter_without_the_suite_is_told(tmp_path, capsys) -> None:
    bare = program_at(tmp_path / "python2.7")
    assert autobahn.main(["both", "--python2", bare]) == 2
    assert capsys.readouterr().err == (
        f"autobahn.py: {bare} has no autobahntestsuite: add --install FOLDER, or install it as the README says\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [(["server", "--jobs", "0"], "--jobs 0"), (["both", "--url", "ws://127.0.0.1:9001"], "--url names a server")],
)
def test_words_that_do_not_go_together_are_told(words: list[str], said: str, capsys) -> None:
    assert autobahn.main(words) == 2
    assert capsys.readouterr().err.startswith(f"autobahn.py: {said}")


def test_a_run_of_all_cases_renews_its_own_section_only(tmp_path, monkeypatch) -> None:
    results = tmp_path / "results.md"
    monkeypatch.setattr(autobahn, "RESULTS", results)
    suite = autobahn.Suite("0.8.2", "0.10.9", "2.7.18", ("1.1.1", "7.1.5"), TITLES)
    options = autobahn.parser().parse_args(["both", "--out", str(tmp_path)])
    autobahn.tell("server", suite, [FINE, WRONG], 2.0, options)
    autobahn.tell("client", suite, [FINE, WRONG], 1.0, options)
    autobahn.tell("client", suite, [FINE], 1.0, options)
    options.url = "ws://127.0.0.1:9001"
    autobahn.tell("server", suite, [FINE, FINE], 1.0, options)
    text = results.read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line.startswith("## ")] == ["## Our client", "## Our server"]
    assert text.count("| **all** | 2 | 1 | 0 | 0 | 1 | 0 | 0 | 1 |") == 2
    assert "Autobahn Testsuite 0.8.2 (Autobahn 0.10.9) on Python 2.7.18" in text


def test_the_words_of_a_program_are_kept(tmp_path) -> None:
    log = tmp_path / "words.log"

    async def run() -> int:
        speaks = "import sys; print('hello'); sys.exit('and an error')"
        async with program(sys.executable, "-c", speaks, log=log) as process:
            return await process.wait()

    assert asyncio.run(run()) == 1
    assert log.read_text() == "hello\nand an error\n"


def test_a_program_that_is_still_busy_when_time_is_up_is_ended(tmp_path) -> None:
    started: list[asyncio.subprocess.Process] = []

    async def run() -> None:
        async with (
            asyncio.timeout(0.5),
            program(
                sys.executable, "-c", "import threading; threading.Event().wait()", log=tmp_path / "log"
            ) as process,
        ):
            started.append(process)
            await process.wait()

    with pytest.raises(TimeoutError):
        asyncio.run(run())
    assert started[0].returncode is not None
