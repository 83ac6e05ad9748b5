"""Mermaid: what crossed the wire in order, the table as a diagram, and no text that means something to Mermaid."""

import re

import pytest
from storyboard_support import recording_of, told

from app.plain_words import PlainWords
from app.storyboard.mermaid import safe, to_sequence, to_states
from lessons.narration import rules
from protocol.machine import TRANSITIONS
from protocol.vocabulary import Role, State

ENGLISH, CHINESE = (PlainWords(lang, rules.text) for lang in ("en", "zh_CN"))


def test_the_closing_handshake_as_a_sequence():
    lines = to_sequence(told("closing-handshake").facts, ENGLISH, "Closing handshake").splitlines()
    assert lines[:6] == [
        "---", 'title: "Closing handshake"', "---", "sequenceDiagram",
        "    participant client as Client", "    participant server as Server",
    ]  # fmt: skip
    arrows = [line.strip() for line in lines if ">>" in line]
    assert arrows == [
        "client->>server: GET /chat HTTP/1.1",
        "server->>client: HTTP/1.1 101 Switching Protocols",
        "client->>server: text “Hello”",
        "server->>client: text “Hello”",
        "client->>server: Close 1000 “done”",
        "server->>client: Close 1000",
        "server-->>client: TCP FIN",
        "client-->>server: TCP FIN",
    ]
    notes = [line.strip() for line in lines if line.strip().startswith("Note") and "program" not in line]
    assert notes == [
        "Note over client,server: TCP",
        "Note right of server: OPEN", "Note left of client: OPEN",
        "Note left of client: CLOSING", "Note right of server: CLOSING",
        "Note left of client: CLOSED", "Note right of server: CLOSED",
    ]  # fmt: skip


def test_it_speaks_chinese():
    text = to_sequence(told("closing-handshake").facts, CHINESE)
    assert text.startswith("sequenceDiagram\n    participant client as 客户端\n")
    assert "client->>server: 文本 “Hello”" in text


def test_what_was_lost_ends_in_a_cross():
    arrows = re.findall(r"\w+-+(?:>>|x)\w+: .*", to_sequence(told("heartbeat").facts, ENGLISH))
    assert any("-x" in arrow for arrow in arrows)


def test_connections_of_a_play_stand_in_boxes():
    text = to_sequence(told("reliable-delivery").facts, ENGLISH)
    assert re.findall(r"^    box (.*)$", text, re.MULTILINE) == ["ada", "ada.2"] or text.count("    box ") == 2
    assert text.count("    end\n") == 2
    assert "participant client1 as Client" in text


@pytest.mark.parametrize(
    "text",
    ["a;b", "end", "#1;", "%%{init}%%", "<script>", 'say "hi"', "a: b", "{x}[y]", "a\nb\r\nc", "\0\x1b[31m", "x" * 500],
)
def test_no_text_ends_a_statement(text):
    said = safe(text)
    assert re.fullmatch(r"(?:[^;:<>{}\[\]\"%`&#\n]|#\d+;)+", said)
    statement = to_sequence(recording_of(text.encode()).facts, ENGLISH).splitlines()
    assert all(re.match(r"(sequenceDiagram$|    (participant|Note|client|server)\b)", line) for line in statement)
    assert len(said) < 600


def test_the_states_are_the_table():
    text = to_states(ENGLISH)
    for role in Role:
        arrows = re.findall(rf"{role.value}_(\w+) --> {role.value}_(\w+) : .* \(§([\d.]+)\)", text)
        rows = [(row.state.name, row.next.name, row.section) for row in TRANSITIONS if row.serves(role)]
        assert arrows == rows
        for state in State:
            assert f'state "{state.name} {int(state)}" as {role.value}_{state.name}' in text
