"""Addresses of section 3, taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.network.url import UrlError, parse_url


@pytest.mark.parametrize(
    ("text", "host", "port", "target", "header"),
    [
        ("ws://example.com", "example.com", 80, "/", "example.com"),
        ("wss://example.com", "example.com", 443, "/", "example.com"),
        ("WS://Example.COM:80/", "example.com", 80, "/", "example.com"),
        ("ws://example.com:443/", "example.com", 443, "/", "example.com:443"),
        ("wss://example.com:8443/chat?room=1&x=", "example.com", 8443, "/chat?room=1&x=", "example.com:8443"),
        ("ws://example.com?x=/y", "example.com", 80, "/?x=/y", "example.com"),
        ("ws://[::1]:9001/", "::1", 9001, "/", "[::1]:9001"),
        ("ws://[2001:DB8::1]/a", "2001:db8::1", 80, "/a", "[2001:db8::1]"),
        ("ws://127.0.0.1:8765/a%20b%2fc", "127.0.0.1", 8765, "/a%20b%2fc", "127.0.0.1:8765"),
        ("ws://bücher.example/straße?é", "xn--bcher-kva.example", 80, "/stra%C3%9Fe?%C3%A9", "xn--bcher-kva.example"),
        ("ws://localhost/a;b=c,d@e:f!$&'()*+~", "localhost", 80, "/a;b=c,d@e:f!$&'()*+~", "localhost"),
        ("ws://localhost/%23", "localhost", 80, "/%23", "localhost"),
    ],
)
def test_the_parts(text, host, port, target, header):
    url = parse_url(text)
    assert (url.host, url.port, url.target, url.host_header) == (host, port, target, header)
    assert url.secure is text.lower().startswith("wss")


def test_a_user_is_authorized_with_basic():
    """RFC 7617 section 2: Aladdin's example."""
    url = parse_url("ws://Aladdin:open%20sesame@example.com/")
    assert url.authorization == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="
    assert url.host == "example.com"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("http://example.com", "a WebSocket's is ws://"),
        ("https://example.com", "a WebSocket's is wss://"),
        ("example.com", "begins with ws:// or wss://"),
        ("ws:example.com", "begins with ws:// or wss://"),
        ("", "begins with ws:// or wss://"),
        ("ftp://example.com", "begins with ws:// or wss://"),
        ("ws://", "names no host"),
        ("ws:///chat", "names no host"),
        ("ws://:80/", "names no host"),
        ("ws://example.com/#a", "fragment"),
        ("ws://example.com/a#", "fragment"),
        ("ws://example.com:99999/", "is no port"),
        ("ws://example.com:0/", "is no port"),
        ("ws://example.com:x/", "is no port"),
        ("ws://[::1/", "is no address"),
        ("ws://[::g]/", "no"),
        ("ws://a b/", "no spaces"),
        ("ws://example.com/a\r\nX: y", "no spaces"),
        ("ws://exa<mple.com/", "cannot be a host"),
        ("ws://example.com/100%", "%25"),
        ("ws://" + "ü" * 70 + ".com/", "cannot be a host"),
    ],
)
def test_what_is_wrong_is_one_sentence(text, words):
    with pytest.raises(UrlError) as caught:
        parse_url(text)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


@settings(max_examples=50)
@given(st.text(max_size=30))
def test_any_text_is_an_address_or_a_sentence(text):
    for each in (text, f"ws://{text}", f"ws://host/{text}", f"ws://host:1{text}"):
        try:
            url = parse_url(each)
        except UrlError:
            continue
        assert (url.host + url.target + url.host_header).isascii()
        assert not set(url.target + url.host_header) & set(" \r\n#")
        assert url.target.startswith("/")
        assert 1 <= url.port <= 65535


def test_a_percent_in_a_name_is_no_zone():
    assert parse_url("ws://a%41/").host_header == "a%41"
    assert parse_url("ws://[fe80::1%25eth0]/").host_header == "[fe80::1]"
