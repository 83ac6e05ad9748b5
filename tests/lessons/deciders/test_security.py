"""Questions about pages, tokens, TLS and limits."""

from __future__ import annotations

import pytest

from lessons.deciders.security import cookie_goes, failing_check, more_header, record_size, too_big, writes_origin
from tests.page_support import SHOP, page_facts


@pytest.mark.parametrize(("same_site", "goes"), [("None", "yes"), ("Lax", "no"), ("Strict", "no")])
def test_the_cookie(same_site, goes):
    assert cookie_goes(page_facts(same_site=same_site), {"of": "evil"}) == goes


def test_the_record_of_the_first_frame():
    assert record_size(page_facts(), {}) == "35"


def test_no_client_reads_a_cors_header_but_one_more_accept_value_fails():
    facts = page_facts()
    assert more_header(facts, {"header": "Access-Control-Allow-Origin", "value": SHOP}) == "opens"
    assert more_header(facts, {"header": "Sec-WebSocket-Accept", "value": "x"}) == "fails"


def test_a_program_writes_what_it_likes():
    facts = page_facts()
    assert writes_origin(facts, {"origin": SHOP, "origins": [SHOP]}) == "101"
    assert writes_origin(facts, {"origin": "https://evil.example", "origins": [SHOP]}) == "403"


def test_tokens():
    found = {kind: failing_check({}, {"kind": kind}) for kind in ("good", "expired", "forged", "none")}
    assert found == {"good": "none", "expired": "exp", "forged": "signature", "none": "algorithm"}


def test_a_limit_counts_the_byte_after_it():
    facts = page_facts()
    assert too_big(facts, {"size": 1025, "limit": 1024}) == "1009"
    assert too_big(facts, {"size": 1024, "limit": 1024}) == "none"
