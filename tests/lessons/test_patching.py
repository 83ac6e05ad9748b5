"""Strict changes of frozen values by dotted names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lessons.model import Action, Scenario
from lessons.patching import PatchError, field_names, patched

SCENARIO = Scenario(actions=(Action("open", "connect"), Action("bye", "close", code=1000)))


@pytest.mark.parametrize(
    ("name", "new", "wanted"),
    [
        ("version", 12, replace(SCENARIO, version=12)),
        ("key", "x", replace(SCENARIO, key="x")),
        ("subprotocols", ["a", "b"], replace(SCENARIO, subprotocols=("a", "b"))),
        ("masks", ["37fa213d"], replace(SCENARIO, masks=(b"\x37\xfa\x21\x3d",))),
        ("headers", {"X-A": "1"}, replace(SCENARIO, headers=(("X-A", "1"),))),
        ("server.guid", "x", replace(SCENARIO, server=replace(SCENARIO.server, guid="x"))),
        ("server.origins", [], replace(SCENARIO, server=replace(SCENARIO.server, origins=()))),
        ("server.echo", False, replace(SCENARIO, server=replace(SCENARIO.server, echo=False))),
        ("client.patience", 2, replace(SCENARIO, client=replace(SCENARIO.client, patience=2.0))),
    ],
)
def test_a_dotted_name_changes_one_field(name, new, wanted):
    assert patched(SCENARIO, name, new) == wanted


def test_an_action_is_named_by_its_id():
    changed = patched(SCENARIO, "actions.bye.code", 1005)
    assert changed.actions == (SCENARIO.actions[0], replace(SCENARIO.actions[1], code=1005))
    assert patched(SCENARIO, "actions.bye.hex", "00ff").actions[1].hex == b"\x00\xff"


@pytest.mark.parametrize(
    ("name", "new", "says"),
    [
        ("nonsense", 1, "nothing named 'nonsense'"),
        ("server.nonsense", 1, "nothing named 'server.nonsense'"),
        ("version.major", 1, "nothing named 'version.major'"),
        ("actions.ciao.code", 1, "here are: open, bye"),
        ("actions.bye", 1, "nothing named 'actions.bye'"),
        ("server", {}, "name one of its parts"),
        ("version", "13", "a whole number"),
        ("version", True, "a whole number"),
        ("key", 1, "a text"),
        ("masks", ["37fa2"], "hex digits"),
        ("masks", "37fa213d", "a list"),
        ("subprotocols", [1], "a text"),
        ("headers", ["a"], "a table"),
        ("server.echo", 1, "true or false"),
        ("client.patience", -1, "a number of seconds"),
    ],
)
def test_anything_else_is_refused_in_one_sentence(name, new, says):
    with pytest.raises(PatchError, match=r"^[^\n]+$") as error:
        patched(SCENARIO, name, new)
    assert says in str(error.value)


def test_the_value_itself_never_changes():
    patched(SCENARIO, "server.guid", "x")
    assert Scenario().server.guid == SCENARIO.server.guid
    assert field_names(SCENARIO)[0] == "seed"
    assert field_names(1) == ()
