"""The play `page`: whose cookie goes along, what the shop answers, and where it stops."""

from __future__ import annotations

import pytest

from protocol.facts import HeadSent
from protocol.vocabulary import Role, State
from tests.page_support import SHOP, page_facts, page_played, status


def request(facts, name):
    return next(fact.head for fact in facts.whole(name).of(HeadSent) if fact.who is Role.CLIENT)


def kinds(facts):
    return [one.moment.kind for one in facts.moments]


def test_the_cookie_goes_along_with_a_request_of_any_page():
    facts = page_facts()
    good, evil = request(facts, "good"), request(facts, "evil")
    assert good.get("Cookie") == evil.get("Cookie")
    assert good.get("Origin") == SHOP
    assert evil.get("Origin") == "https://evil.example"
    assert status(facts, "evil") == 101


def test_without_a_check_the_other_page_acts_for_the_user():
    facts = page_facts()
    said = facts.get("evil/server.message.0").message.text
    assert said == "paid, balance 750"
    assert kinds(facts).count("page-reads") == 2


def test_a_list_of_origins_keeps_it_out_and_the_shop_in():
    facts = page_facts(origins=(SHOP,))
    assert status(facts, "evil") == 403
    assert facts.get("client.open") is not None
    assert facts.get("evil/client.told").told.code == 1006
    assert kinds(facts).count("page-reads") == 1


def test_another_scheme_is_another_origin():
    facts = page_facts(origins=("http://shop.example",))
    assert status(facts, "good") == status(facts, "evil") == 403


@pytest.mark.parametrize("same_site", ["Lax", "Strict"])
def test_the_cookie_can_stay_at_home(same_site):
    facts = page_facts(same_site=same_site)
    assert request(facts, "evil").get("Cookie") is None
    assert status(facts, "evil") == 401
    assert status(facts, "good") == 101


def test_a_ticket_is_good_once_and_only_its_page_can_read_it():
    facts = page_facts(asks="ticket")
    assert "ticket=" in request(facts, "good").target
    assert "ticket=" not in request(facts, "evil").target
    assert (status(facts, "good"), status(facts, "evil")) == (101, 401)
    fetched = facts.recordings["evil-ticket"]
    assert b"Cookie: session=" in fetched.wire(Role.CLIENT)
    assert b'"ticket"' in fetched.wire(Role.SERVER)
    assert "page-kept" in kinds(facts)


def test_tokens_are_judged_one_by_one():
    facts = page_facts()
    assert [status(facts, name) for name in ("bearer", "expired", "forged", "unsigned")] == [101, 401, 401, 401]
    failed = [one.moment.values["failed"] for one in facts.moments if one.moment.kind == "page-rejected"]
    assert failed == ["exp", "signature", "algorithm"]
    response = facts.whole("expired").get("response.sent").head
    assert response.get("WWW-Authenticate") == 'Bearer error="invalid_token"'


def test_the_limits():
    facts = page_facts()
    assert facts.get("big/client.told").told.code == 1009
    assert facts.get("big/client.message.0") is None
    assert status(facts, "head") == 400
    assert status(facts, "late") == 503
    fewer = page_facts(connections=0)
    assert not {"big", "head", "late"} & set(fewer.names)


def test_the_shop_speaks_through_tls_and_the_wire_shows_nothing():
    played = page_played()
    assert "good-tls" in played.silent
    assert b"balance" in b"".join(played.connections["good"].wire(role) for role in Role)
    assert b"balance" not in b"".join(played.connections["good-tls"].wire(role) for role in Role)
    assert "good-tls" not in page_played(tls=False).connections


def test_every_connection_ends_and_all_stand_on_one_clock():
    facts = page_facts()
    for name in facts.names:
        assert all(facts.whole(name).state(role) is State.CLOSED for role in Role), name
    times = [fact.time for fact in facts]
    assert times == sorted(times)
    assert next(iter(page_played().connections)) == "good"


def test_a_run_repeats_exactly_but_for_what_tls_draws():
    again = page_played(now=1_767_225_600, limit=1024)
    for name, recording in page_played().connections.items():
        if name != "good-tls":
            assert [recording.wire(role) for role in Role] == [again.connections[name].wire(role) for role in Role], (
                name
            )
