"""What a head tells once it has been read."""

import pytest

from protocol.fields import Span
from protocol.heads import HOST, list_elements
from protocol.http11 import read_request


def head_of(lines):
    return b"".join(line + b"\r\n" for line in [*lines, b""])


def test_repeated_lines_are_one_list():
    request = read_request(head_of([b"GET / HTTP/1.1", b"Connection: keep-alive,", b"connection: , Upgrade ,x"]))
    assert request.get_all("Connection") == ["keep-alive,", ", Upgrade ,x"]
    assert request.tokens("Connection") == ["keep-alive", "Upgrade", "x"]
    assert request.lines_of("CONNECTION") == [0, 1]


def test_a_line_is_found_by_its_number():
    request = read_request(head_of([b"GET / HTTP/1.1", b"Host: a"]))
    assert (request.size, request.span(None)) == (27, Span(25, 27))
    assert (request.span(0), request.span(1)) == (Span(0, 16), Span(16, 25))
    assert (request.place("host"), request.place("cookie"), request.get("cookie")) == (0, None, None)


@pytest.mark.parametrize(
    ("values", "found"), [(["a,b", "c"], ["a", "b", "c"]), ([" ,a ,\t,", ""], ["a"]), ([], []), (["a b"], ["a b"])]
)
def test_the_elements_of_a_list(values, found):
    assert list_elements(values) == found


@pytest.mark.parametrize(("host", "is_one"), [("a.b:80", True), ("[::1]", True), ("", False), ("a/b", False)])
def test_a_host(host, is_one):
    assert (HOST.fullmatch(host) is not None) == is_one


# RFC 6455 sections 3 and 4.2.1, RFC 9112 section 3.2


@pytest.mark.parametrize(
    ("target", "resource", "authority"),
    [
        ("/", "/", None),
        ("/chat?a=b|{c}", "/chat?a=b|{c}", None),
        ("//a/b", "//a/b", None),
        ("http://a.example/chat?x", "/chat?x", "a.example"),
        ("HTTPS://A.example:8443", "/", "A.example:8443"),
        ("http://[::1]:80?x/y", "/?x/y", "[::1]:80"),
        ("/chat#part", None, None),
        ("http://a/#", None, "a"),
        ("http:///chat", None, ""),
        ("http://user@a/", None, "user@a"),
        ("ws://a/chat", None, None),
        ("chat", None, None),
        ("*", None, None),
        ("a.example:80", None, None),
    ],
)
def test_a_target_names_a_resource(target, resource, authority):
    request = read_request(head_of([f"GET {target} HTTP/1.1".encode()]))
    assert request.resource == resource
    assert request.authority == authority
