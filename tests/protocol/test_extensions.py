"""Agreeing on compression, as a conversation: what is offered, what is answered, what both know afterwards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.exceptions import NegotiationError
from websockets.extensions.permessage_deflate import (
    ClientPerMessageDeflateFactory,
    PerMessageDeflate,
    ServerPerMessageDeflateFactory,
)

from protocol.extensions import (
    Deflate,
    DeflateOffer,
    DeflatePolicy,
    Extension,
    agree,
    agreed,
    answers,
    read_extensions,
)
from protocol.http11 import read_response
from protocol.vocabulary import Role

ANY = DeflatePolicy()
bits = st.integers(8, 15)
offers = st.builds(DeflateOffer, st.booleans(), st.booleans(), st.none() | bits, st.sampled_from([None, "any"]) | bits)
policies = st.builds(DeflatePolicy, st.booleans(), st.booleans(), bits, bits)
NO_BITS = ("7", "16", "08", "015", "+9", "9.0", "1", "100", "a", '"16"')
# Lists that are sometimes right: known names, and numbers about the limits.
names = st.sampled_from(
    ["server_no_context_takeover", "client_no_context_takeover", "server_max_window_bits", "client_max_window_bits"]
)
loose = st.builds(
    Extension,
    st.just("permessage-deflate"),
    st.lists(
        st.tuples(names | st.just("x"), st.none() | st.sampled_from(["7", "8", "9", "15", "16", "08", "a"])), max_size=3
    ).map(tuple),
)


def settled(offered, policy=ANY):
    """What the server answers to a header, and the agreement."""
    found = agree(read_extensions([offered]), policy)
    return None if found is None else (str(found[0]), found[1])


def response(*values, status=101):
    lines = "".join(f"Sec-WebSocket-Extensions: {value}\r\n" for value in values)
    return read_response(f"HTTP/1.1 {status} x\r\n{lines}\r\n".encode())


@pytest.mark.parametrize(
    ("offered", "answer", "deflate"),
    [
        ("permessage-deflate", "", Deflate()),
        ("permessage-deflate; client_max_window_bits", "", Deflate()),
        (
            "permessage-deflate; server_no_context_takeover",
            "; server_no_context_takeover",
            Deflate(server_no_context_takeover=True),
        ),
        (
            "permessage-deflate; client_no_context_takeover",
            "; client_no_context_takeover",
            Deflate(client_no_context_takeover=True),
        ),
        # RFC 7692 section 7.1.2.1: a size that was asked for is answered with it or less.
        (
            "permessage-deflate; server_max_window_bits=10",
            "; server_max_window_bits=10",
            Deflate(server_max_window_bits=10),
        ),
        ("permessage-deflate; server_max_window_bits=15", "; server_max_window_bits=15", Deflate()),
        (
            'permessage-deflate; server_max_window_bits="8"',
            "; server_max_window_bits=8",
            Deflate(server_max_window_bits=8),
        ),
        (
            "permessage-deflate; client_max_window_bits=9",
            "; client_max_window_bits=9",
            Deflate(client_max_window_bits=9),
        ),
        (
            "permessage-deflate; client_max_window_bits=8; server_max_window_bits=12; server_no_context_takeover",
            "; server_no_context_takeover; server_max_window_bits=12; client_max_window_bits=8",
            Deflate(True, False, 12, 8),
        ),
        # Others are not known here; the first good offer counts.
        ("x-other; a=b, permessage-deflate, y", "", Deflate()),
        (
            "permessage-deflate; x, permessage-deflate; server_max_window_bits=9, permessage-deflate",
            "; server_max_window_bits=9",
            Deflate(server_max_window_bits=9),
        ),
    ],
)
def test_what_a_server_accepts(offered, answer, deflate):
    assert settled(offered) == ("permessage-deflate" + answer, deflate)


@pytest.mark.parametrize(
    "parameters",
    [
        "x",
        "server_no_context_takeover=1",
        "client_no_context_takeover=true",
        "server_max_window_bits",
        *(f"{side}_max_window_bits={value}" for side in ("server", "client") for value in NO_BITS),
        "server_no_context_takeover; server_no_context_takeover",
        "client_max_window_bits; client_max_window_bits=10",
        "server_max_window_bits=10; server_max_window_bits=10",
        "Server_no_context_takeover",
    ],
)
def test_what_a_server_declines(parameters):
    assert settled("permessage-deflate; " + parameters) is None
    assert settled("permessage-deflate; " + parameters + ", permessage-deflate") == ("permessage-deflate", Deflate())


def test_names_have_a_case():
    assert settled("Permessage-Deflate") is None


@pytest.mark.parametrize(
    ("policy", "offered", "answer"),
    [
        (None, "permessage-deflate", None),
        (DeflatePolicy(True), "permessage-deflate", "; server_no_context_takeover"),
        (DeflatePolicy(False, True), "permessage-deflate", "; client_no_context_takeover"),
        (DeflatePolicy(server_max_window_bits=9), "permessage-deflate", "; server_max_window_bits=9"),
        (
            DeflatePolicy(server_max_window_bits=9),
            "permessage-deflate; server_max_window_bits=12",
            "; server_max_window_bits=9",
        ),
        (
            DeflatePolicy(server_max_window_bits=12),
            "permessage-deflate; server_max_window_bits=9",
            "; server_max_window_bits=9",
        ),
        # Section 7.1.2.2: who did not say that it can be told is not told.
        (DeflatePolicy(client_max_window_bits=10), "permessage-deflate", None),
        (
            DeflatePolicy(client_max_window_bits=10),
            "permessage-deflate, permessage-deflate; client_max_window_bits",
            "; client_max_window_bits=10",
        ),
        (
            DeflatePolicy(client_max_window_bits=10),
            "permessage-deflate; client_max_window_bits=12",
            "; client_max_window_bits=10",
        ),
    ],
)
def test_what_a_server_insists_on(policy, offered, answer):
    found = settled(offered, policy)
    assert (found[0] if found else None) == (None if answer is None else "permessage-deflate" + answer)


def verdict(answer, offer):
    """What a client makes of an answer to an offer, both without the name."""
    found = [read_extensions(["permessage-deflate" + text])[0] for text in (answer, offer)]
    return answers(*found)


@pytest.mark.parametrize(
    ("offer", "answer", "deflate"),
    [
        ("", "", Deflate()),
        # A server may promise more than it was asked for (sections 7.1.1.1 and 7.1.2.1).
        ("", "; server_no_context_takeover; server_max_window_bits=9", Deflate(True, server_max_window_bits=9)),
        ("", "; client_no_context_takeover", Deflate(client_no_context_takeover=True)),
        ("; server_max_window_bits=12", "; server_max_window_bits=12", Deflate(server_max_window_bits=12)),
        ("; server_max_window_bits=12", "; server_max_window_bits=8", Deflate(server_max_window_bits=8)),
        ("; client_max_window_bits", "; client_max_window_bits=8", Deflate(client_max_window_bits=8)),
        ("; client_max_window_bits", "", Deflate()),
        # Hints bind the client that gave them, even if the server did not take them up.
        ("; client_max_window_bits=10", "", Deflate(client_max_window_bits=10)),
        ("; client_max_window_bits=10", "; client_max_window_bits=15", Deflate(client_max_window_bits=10)),
        ("; client_max_window_bits=10", '; client_max_window_bits="9"', Deflate(client_max_window_bits=9)),
        ("; client_no_context_takeover", "", Deflate(client_no_context_takeover=True)),
    ],
)
def test_what_a_client_agrees_to(offer, answer, deflate):
    assert verdict(answer, offer) == deflate


@pytest.mark.parametrize(
    ("offer", "answer"),
    [
        ("; server_no_context_takeover", ""),
        ("; server_max_window_bits=10", ""),
        ("; server_max_window_bits=10", "; server_max_window_bits=11"),
        ("", "; client_max_window_bits=15"),
        ("; client_max_window_bits", "; client_max_window_bits"),
        ("", "; server_max_window_bits"),
        ("", "; server_max_window_bits=16"),
        ("", "; server_max_window_bits=010"),
        ("", "; server_no_context_takeover=1"),
        ("", "; x"),
        ("", "; client_no_context_takeover; client_no_context_takeover"),
    ],
)
def test_what_a_client_fails_on(offer, answer):
    assert verdict(answer, offer) is None


def test_an_answer_of_another_extension_is_none():
    assert answers(Extension("x"), Extension("x")) is None
    assert answers(Extension("permessage-deflate"), Extension("x")) is None


def test_what_a_101_agreed_on():
    assert agreed(response()) is None
    assert agreed(response("x")) is None
    assert agreed(response(";")) is None
    assert agreed(response("permessage-deflate", status=200)) is None
    assert agreed(response("x", "permessage-deflate; client_max_window_bits=9")) == Deflate(client_max_window_bits=9)
    assert agreed(response("permessage-deflate; client_max_window_bits=7")) is None
    hint = read_extensions(["permessage-deflate; x, permessage-deflate; client_max_window_bits=10"])
    assert agreed(response("permessage-deflate"), hint) == Deflate(client_max_window_bits=10)
    assert agreed(response("permessage-deflate"), ()) is None


@given(st.lists(offers, min_size=1, max_size=3), policies)
def test_both_ends_know_the_same(some, policy):
    offered = tuple(offer.extension for offer in some)
    found = agree(offered, policy)
    possible = [offer for offer in some if policy.client_max_window_bits == 15 or offer.client_max_window_bits]
    assert (found is not None) == bool(possible)
    if found is None:
        return
    answer, deflate = found
    assert answers(answer, possible[0].extension) == deflate
    assert agreed(response(str(answer))) == deflate
    assert agreed(response(str(answer)), (possible[0].extension,)) == deflate
    # The policy is kept, and so is the offer.
    asked = possible[0].server_max_window_bits or 15
    assert deflate.server_max_window_bits <= min(policy.server_max_window_bits, asked)
    assert deflate.client_max_window_bits <= policy.client_max_window_bits
    assert deflate.server_no_context_takeover >= policy.server_no_context_takeover
    assert deflate.client_no_context_takeover >= policy.client_no_context_takeover


def known(extension: PerMessageDeflate) -> Deflate:
    """What websockets agreed to, `remote` and `local` in our words, seen from its server."""
    return Deflate(
        extension.local_no_context_takeover,
        extension.remote_no_context_takeover,
        extension.local_max_window_bits,
        extension.remote_max_window_bits,
    )


@given(loose)
def test_the_server_of_websockets_declines_the_same(offer):
    try:
        answer, theirs = ServerPerMessageDeflateFactory().process_request_params(list(offer.parameters), [])
    except NegotiationError:
        # It has no window of 8 bits to compress with.
        assert agree((offer,), ANY) is None or ("server_max_window_bits", "8") in offer.parameters
    else:
        found = agree((offer,), ANY)
        assert found is not None
        assert found[1] == known(theirs)
        # Both answers say so to the client.
        assert answers(Extension("permessage-deflate", tuple(answer)), offer) == found[1]


@given(loose)
def test_the_client_of_websockets_fails_on_the_same(answer):
    factory = ClientPerMessageDeflateFactory(client_max_window_bits=True)
    ours = answers(answer, DeflateOffer().extension)
    assert tuple(factory.get_request_params()) == DeflateOffer().extension.parameters
    try:
        theirs = factory.process_response_params(list(answer.parameters), [])
    except NegotiationError:
        assert ours is None or ours.client_max_window_bits == 8
    else:
        assert ours == Deflate(
            theirs.remote_no_context_takeover,
            theirs.local_no_context_takeover,
            theirs.remote_max_window_bits,
            theirs.local_max_window_bits,
        )


@given(loose, st.lists(loose, max_size=2), policies)
def test_any_parameters_are_judged(answer, offered, policy):
    assert isinstance(answers(answer, answer), Deflate | None)
    found = agree(tuple(offered), policy)
    assert found is None or any(answers(found[0], offer) == found[1] for offer in offered)


@pytest.mark.parametrize("size", [7, 16, 0, -8, "10", "all"])
@pytest.mark.parametrize("name", ["server_max_window_bits", "client_max_window_bits"])
@pytest.mark.parametrize("kind", [Deflate, DeflateOffer, DeflatePolicy])
def test_a_window_of_ours_has_8_to_15_bits(kind, name, size):
    with pytest.raises(ValueError, match="8 to 15 bits"):
        kind(**{name: size})


def test_an_offer_as_it_stands_in_the_head():
    assert str(DeflateOffer().extension) == "permessage-deflate; client_max_window_bits"
    assert str(DeflateOffer(client_max_window_bits=None).extension) == "permessage-deflate"
    assert str(DeflateOffer(True, True, 9, 12).extension) == (
        "permessage-deflate; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=9;"
        " client_max_window_bits=12"
    )


def test_each_side_has_its_own_window_and_memory():
    """RFC 7692 section 7.1: the parameters are named after who compresses."""
    deflate = Deflate(server_no_context_takeover=True, client_max_window_bits=9)
    assert (deflate.of(Role.CLIENT), deflate.of(Role.SERVER)) == ((9, True), (15, False))
