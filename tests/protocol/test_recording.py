"""Recordings: append, fork, save, load, and what is left of a damaged file."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.recording import DamagedRecordingError, Entry, Kind, Recording, Setup, load, read_lines
from protocol.vocabulary import Role

HELLO = Entry(0.5, Role.CLIENT, Kind.DATA, b"Hello", 5)


def recording_of(*entries, setup=None):
    recording = Recording(setup or Setup())
    for entry in entries:
        recording.append(entry)
    return recording


@st.composite
def recordings(draw):
    entries = []
    time = 0.0
    for _ in range(draw(st.integers(0, 8))):
        time += draw(st.floats(0, 10, allow_nan=False))
        kind = draw(st.sampled_from(Kind))
        data = draw(st.binary(max_size=20)) if kind is Kind.DATA else b""
        size = draw(st.integers(0, 1 << 20)) if kind in {Kind.READ, Kind.GAP} else len(data)
        entries.append(Entry(time, draw(st.sampled_from(Role)), kind, data, size))
    origins = draw(st.none() | st.lists(st.text(max_size=5)).map(tuple))
    recording = recording_of(*entries, setup=Setup("127.0.0.1:1", "127.0.0.1:2", origins=origins))
    recording.reads = draw(st.booleans())
    return recording


@given(recordings())
def test_what_is_written_is_read_again(recording):
    loaded = read_lines(list(recording.lines()))
    assert loaded.damage == ""
    assert list(loaded.recording) == list(recording)
    assert (loaded.recording.setup, loaded.recording.reads) == (recording.setup, recording.reads)


def test_time_does_not_run_backwards():
    with pytest.raises(ValueError, match=r"0\.1 s after one at 0\.5 s"):
        recording_of(HELLO, Entry(0.1, Role.CLIENT, Kind.FIN))


def test_the_wire_holds_only_what_was_sent():
    recording = recording_of(
        HELLO, Entry(1, Role.CLIENT, Kind.READ, size=5), Entry(2, Role.SERVER, Kind.DATA, b"Hi", 2)
    )
    assert recording.wire(Role.CLIENT) == b"Hello"
    assert recording.wire(Role.SERVER) == b"Hi"


def test_missing_bytes_are_counted_but_not_there():
    recording = recording_of(HELLO, Entry(1, Role.CLIENT, Kind.GAP, size=3), Entry(2, Role.CLIENT, Kind.DATA, b"!", 1))
    assert recording.wire(Role.CLIENT) == b"Hello\0\0\0!"
    assert recording.gaps(Role.CLIENT) == [(5, 8)]
    assert recording.next_gap(Role.CLIENT, 6, 7) == (6, 7)
    assert recording.next_gap(Role.CLIENT, 8, 9) is None
    assert recording.size(Role.CLIENT) == 9
    assert [entry.data for entry in recording] == [b"Hello", b"", b"!"]


def test_what_is_added_without_an_entry_is_the_same():
    recording = Recording()
    recording.add(0.5, Role.CLIENT, Kind.DATA, b"Hello")
    recording.add(1, Role.CLIENT, Kind.GAP, size=3)
    assert list(recording) == [HELLO, Entry(1, Role.CLIENT, Kind.GAP, b"", 3)]
    assert list(recording.rows(1)) == [(1, Role.CLIENT, Kind.GAP, b"", 3)]


def test_when_it_began_and_whether_it_is_whole_are_kept(tmp_path):
    path = tmp_path / "middle.jsonl"
    Recording(Setup(began=1.7e9, whole=False)).save(path)
    setup = load(path).recording.setup
    assert (setup.began, setup.whole) == (1.7e9, False)
    assert Setup().whole


def test_a_fork_goes_its_own_way():
    recording = recording_of(HELLO, Entry(1, Role.CLIENT, Kind.FIN))
    fork = recording.fork(1)
    fork.append(Entry(2, Role.CLIENT, Kind.RST))
    assert [entry.kind for entry in recording] == [Kind.DATA, Kind.FIN]
    assert [entry.kind for entry in fork] == [Kind.DATA, Kind.RST]


def test_a_damaged_tail_is_reported_and_the_rest_is_kept(tmp_path):
    path = tmp_path / "cut.jsonl"
    lines = list(recording_of(HELLO, Entry(1, Role.CLIENT, Kind.FIN)).lines())
    path.write_text("\n".join([*lines, '{"time": 2, "who": "cli']))
    loaded = load(path)
    assert loaded.recording[0] == HELLO
    assert loaded.damage == f"{path}, line 4: not an entry; 2 entries before it were read"


@pytest.mark.parametrize(
    "row",
    [
        {"time": 9, "who": "nobody", "kind": "fin"},
        {"time": 0, "who": "client", "kind": "fin"},
        {"time": 9, "who": "client", "kind": "data", "hex": "0"},
        {"time": 9, "who": "client", "kind": "read", "size": -1},
        {"time": 9, "who": "client", "kind": "gap", "size": -1},
        {"time": 9, "who": "client", "kind": "gap"},
        {"time": 9, "who": "client", "kind": "read", "size": 1.5},
        {"time": 9, "who": "client", "kind": "read", "size": float("inf")},
        {"time": float("nan"), "who": "client", "kind": "fin"},
        {"time": float("inf"), "who": "client", "kind": "fin"},
        {"time": 10**400, "who": "client", "kind": "fin"},
        {"time": 9},
        [],
        None,
    ],
)
def test_every_kind_of_damage_is_told(row):
    lines = [*recording_of(HELLO).lines(), json.dumps(row)]
    loaded = read_lines(lines, "x")
    assert loaded.damage.startswith("x, line 3: ")
    assert len(loaded.recording) == 1


def test_no_depth_of_brackets_is_an_entry():
    assert read_lines([*recording_of(HELLO).lines(), "[" * 100_000], "x").damage.startswith("x, line 3: ")


@pytest.mark.parametrize(
    "setup",
    [
        None,
        [],
        "x",
        5,
        {"colour": "red"},
        {"client": 5},
        {"hosts": "h"},
        {"origins": [1]},
        {"subprotocols": None},
        {"whole": 1},
        {"began": -1},
    ],
)
def test_a_setup_that_is_none_makes_no_recording(setup):
    head = json.loads(next(recording_of(HELLO).lines()))
    with pytest.raises(DamagedRecordingError, match="line 1: not a recording"):
        read_lines([json.dumps({**head, "setup": setup})])


@pytest.mark.parametrize(
    "text", ["", "{}", "[" * 100_000, "GET / HTTP/1.1", '{"format": "websocket-101 recording", "version": 2}']
)
def test_another_kind_of_file_is_no_recording(tmp_path, text):
    path = tmp_path / "other"
    path.write_text(text)
    with pytest.raises(DamagedRecordingError, match="line 1: not a recording"):
        load(path)


def test_saving_replaces_the_file_at_once(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("old")
    recording_of(HELLO).save(path)
    assert list(load(path).recording) == [HELLO]
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.jsonl"]


def test_a_failed_save_leaves_what_was_there(tmp_path, monkeypatch):
    path = tmp_path / "a.jsonl"
    path.write_text("old")
    recording = recording_of(HELLO)
    monkeypatch.setattr(Recording, "lines", lambda self: iter([1]))
    with pytest.raises(TypeError):
        recording.save(path)
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.jsonl"]


@given(
    st.lists(st.tuples(st.sampled_from(Role), st.sampled_from([Kind.DATA, Kind.READ]), st.integers(0, 3)), max_size=300)
)
def test_entries_are_found_wherever_they_stand(rows):
    entries = [
        Entry(float(at), who, kind, bytes([at % 256]) * size if kind is Kind.DATA else b"", size)
        for at, (who, kind, size) in enumerate(rows)
    ]
    recording = recording_of(*entries)
    assert [recording[place] for place in range(len(entries))] == list(recording) == recording[:] == entries
    for first in {0, len(entries) // 2, len(entries)}:
        assert list(recording.entries(first)) == entries[first:]
        assert list(recording.fork(first)) == entries[:first]


def test_a_size_that_does_not_fit_leaves_the_recording_as_it_was():
    recording = recording_of(HELLO)
    with pytest.raises(OverflowError):
        recording.append(Entry(1, Role.CLIENT, Kind.READ, size=1 << 32))
    recording.append(Entry(1, Role.SERVER, Kind.READ, size=5))
    assert list(recording) == [HELLO, Entry(1, Role.SERVER, Kind.READ, size=5)]


def test_the_limits_of_both_ends_are_kept(tmp_path):
    path = tmp_path / "limits.jsonl"
    Recording(Setup(client_limit=1000, server_limit=5)).save(path)
    setup = load(path).recording.setup
    assert (setup.client_limit, setup.server_limit) == (1000, 5)
    assert Setup().client_limit is None
