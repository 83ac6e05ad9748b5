"""Scripted programs: what each rule does, and what is no script."""

from __future__ import annotations

import pytest
from engine_support import running, served
from patience_support import PATIENCE
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect as foreign

from app.network.script import DO, LARGEST, WHEN, Rule, Script, ScriptError, load_script, read_script
from protocol.events import MessageReceived, Opened, PingReceived, PongReceived

TEXT = MessageReceived(1, b"Hello there", "Hello there")
BINARY = MessageReceived(2, b"\x00\xff", None)


@pytest.mark.parametrize(
    ("rule", "about"),
    [
        (Rule("opened", "fin"), [Opened(None)]),
        (Rule("text is", "fin", "Hello there"), [TEXT]),
        (Rule("text is", "fin", "Hello"), []),
        (Rule("text has", "fin", "lo th"), [TEXT]),
        (Rule("binary is", "fin", "00 FF"), [BINARY]),
        (Rule("binary is", "fin", "00"), []),
        (Rule("message", "fin"), [TEXT, BINARY]),
        (Rule("ping", "fin"), [PingReceived(b"")]),
        (Rule("otherwise", "fin"), [TEXT, BINARY]),
    ],
)
def test_what_a_rule_is_about(rule, about):
    events = [Opened(None), TEXT, BINARY, PingReceived(b""), PongReceived(b"")]
    assert [event for event in events if rule.is_about(event, found=False)] == about


def test_otherwise_is_about_what_no_rule_above_was():
    assert not Rule("otherwise", "fin").is_about(TEXT, found=True)


def follow(rules, *messages):
    """What a foreign client hears that says this: its answers, and the code of its end."""
    heard = []
    with running() as (engine, _):
        listening = served(engine, program="script", script=Script(tuple(rules)), deflate=False)
        with foreign(listening.urls[0], proxy=None, close_timeout=PATIENCE) as client:
            for message in messages:
                client.send(message)
            try:
                while True:
                    heard.append(client.recv(timeout=PATIENCE))
            except ConnectionClosed:
                return heard, client.close_code, client.close_reason


def test_every_rule_that_is_about_it_acts_from_top_to_bottom():
    rules = [
        Rule("opened", "text", value="welcome"),
        Rule("text has", "text", "a", "has a"),
        Rule("text is", "binary", "abc", "00 ff"),
        Rule("otherwise", "echo"),
        Rule("text is", "close", "bye", "see you", 4001),
    ]
    assert follow(rules, "abc", "xyz", b"\x01", "bye") == (
        ["welcome", "has a", b"\x00\xff", "xyz", b"\x01", "bye"], 4001, "see you",
    )  # fmt: skip


def test_late_rules_ping_pong_raw_and_the_ends_of_tcp():
    rules = [
        Rule("opened", "ping", value="p"),
        Rule("opened", "pong"),
        Rule("opened", "raw", value="8101 61"),
        Rule("message", "text", value="late", after=0.05),
        Rule("message", "text", value="soon"),
        Rule("message", "fin", after=0.1),
    ]
    assert follow(rules, "x") == (["a", "soon", "late"], 1006, "")
    assert follow([Rule("message", "reset")], "x")[1] == 1006
    assert follow([Rule("opened", "text", value="a"), Rule("opened", "fin")])[0] == ["a"]


def test_a_script_is_read_from_toml(tmp_path):
    path = tmp_path / "script.toml"
    path.write_text(
        '[[rule]]\nwhen = "text is"\nwhat = "你好"\ndo = "close"\ncode = 4000\nvalue = "再见"\nafter = 1\n', "utf-8"
    )
    assert load_script(path).rules == (Rule("text is", "close", "你好", "再见", 4000, 1),)


def rule(**changes):
    return {"rule": [{"when": "message", "do": "text"} | changes]}


WRONG = [
    ({}, "list of [[rule]]"),
    ({"rule": {}}, "list of [[rule]]"),
    ({"rule": [1]}, "list of [[rule]]"),
    ({"rule": [], "more": 1}, "list of [[rule]]"),
    (rule(colour="red"), "there is no “colour”"),
    (rule(code="1000"), "“code” is of the wrong type"),
    (rule(code=True), "“code” is of the wrong type"),
    (rule(what=1), "“what” is of the wrong type"),
    ({"rule": [{"do": "text"}]}, "is no “when”; there are opened, "),
    ({"rule": [{"when": "message"}]}, "is no “do”; there are text, "),
    (rule(when="never"), "“never” is no “when”"),
    (rule(do="sing"), "“sing” is no “do”"),
    (rule(do="raw", value="8"), "“8” is not hex"),
    (rule(when="binary is", what="zz"), "“zz” is not hex"),
    (rule(code=70000), "70000 is no close code"),
    (rule(do="ping", value="x" * 126), "at most 125 bytes"),
    (rule(do="close", value="x" * 124), "at most 125 bytes"),
    (rule(after=-1), "from 0 to 3600"),
    (rule(after=float("nan")), "from 0 to 3600"),
    (rule(when="opened", do="echo"), "needs a message"),
    ({"rule": [{"when": "message", "do": "text"}] * 1001}, "at most 1000 rules"),
]


@pytest.mark.parametrize(("values", "said"), WRONG)
def test_what_is_no_script(values, said):
    with pytest.raises(ScriptError) as caught:
        read_script(values)
    assert said in str(caught.value)


def test_what_is_no_file_of_one(tmp_path):
    path = tmp_path / "script.toml"
    for data, said in (
        (b"[[rule", "is no TOML file"),
        (b"\xff", "is no TOML file"),
        (b"#" * (LARGEST + 1), "larger than"),
    ):
        path.write_bytes(data)
        with pytest.raises(ScriptError, match=said):
            load_script(path)
    with pytest.raises(ScriptError, match="no such file or directory"):
        load_script(tmp_path / "nothing")


def test_the_table_in_its_module_names_everything():
    import app.network.script as module

    for word in (*WHEN, *DO):
        assert f"    {word} " in module.__doc__ or f" {word} " in module.__doc__
