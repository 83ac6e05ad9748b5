"""The list of extensions: what its grammar takes, what it does not, and where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.exceptions import InvalidHeaderFormat
from websockets.headers import parse_extension

from protocol.extension_list import Extension, ExtensionError, read_extensions, write_extensions
from protocol.fields import Span

TOKEN = "abcXYZ019!#$%&'*+-.^_`|~"
tokens = st.text(TOKEN, min_size=1, max_size=6)
extensions = st.builds(Extension, tokens, st.lists(st.tuples(tokens, st.none() | tokens), max_size=3).map(tuple))
spaces = st.sampled_from(["", " ", "\t", "  \t "])


def read(*values):
    return [(each.name, each.parameters) for each in read_extensions(list(values))]


def fault(*values):
    with pytest.raises(ExtensionError) as caught:
        read_extensions(list(values))
    error = caught.value
    assert str(error) == error.text
    assert error.text.endswith(".")
    return error.line, error.span


@pytest.mark.parametrize(
    ("value", "found"),
    [
        # RFC 6455 section 9.1
        ("foo", [("foo", ())]),
        ("bar; baz=2", [("bar", (("baz", "2"),))]),
        ("deflate-stream", [("deflate-stream", ())]),
        ("mux; max-channels=4; flow-control, deflate-stream",
         [("mux", (("max-channels", "4"), ("flow-control", None))), ("deflate-stream", ())]),
        ("private-extension", [("private-extension", ())]),
        # RFC 7692 section 7.1
        ('permessage-deflate; server_max_window_bits="10"',
         [("permessage-deflate", (("server_max_window_bits", "10"),))]),
        ("permessage-deflate; client_max_window_bits; server_max_window_bits=10, permessage-deflate",
         [("permessage-deflate", (("client_max_window_bits", None), ("server_max_window_bits", "10"))),
          ("permessage-deflate", ())]),
        # the rest of the grammar
        ('a;b="c"', [("a", (("b", "c"),))]),
        (r'a;b="\c\1"', [("a", (("b", "c1"),))]),
        ("\ta ;\tb = c ;d", [("a", (("b", "c"), ("d", None)))]),
        ("a;b;b=1;b=2", [("a", (("b", None), ("b", "1"), ("b", "2")))]),
        (", ,a,, b ,", [("a", ()), ("b", ())]),
        ("A, a", [("A", ()), ("a", ())]),
    ],
)  # fmt: skip
def test_what_is_a_list(value, found):
    assert read(value) == found


@pytest.mark.parametrize(
    ("value", "start", "stop"),
    [
        ("", 0, 0),
        (" , ", 0, 3),
        ("a b", 2, 3),
        (";a", 0, 1),
        ("a;", 2, 2),
        ("a; ,b", 3, 4),
        ("a;=b", 2, 3),
        ("a;b=", 4, 4),
        ("a;b=c d", 6, 7),
        ("a;b==c", 4, 5),
        ('a;b="', 4, 5),
        ('a;b="c\\"', 4, 8),
        ('a;b=""', 4, 6),
        ('a;b="c d"', 4, 9),
        ('a;b="c,d"', 4, 9),
        ('a;b="c\\ d"', 4, 10),
        ('a;"b"', 2, 3),
        ('a;b="c"d', 7, 8),
        ("a=b", 1, 2),
        ("\u00e4", 0, 1),
        ("a\u00a0", 1, 2),
    ],
)
def test_what_is_none_and_where(value, start, stop):
    assert fault(value) == (0, Span(start, stop))


def test_a_list_may_be_spread_over_lines():
    found = read_extensions(["a; b", "", ",", " c , d"])
    assert [(each.name, each.line, each.span) for each in found] == [
        ("a", 0, Span(0, 4)),
        ("c", 3, Span(1, 2)),
        ("d", 3, Span(5, 6)),
    ]
    assert fault("a", "b; c=;") == (1, Span(5, 6))
    # An extension ends with its line: between lines stands a comma.
    assert fault("a;", "b") == (0, Span(2, 2))
    assert fault("", ",") == (1, Span(0, 1))
    assert fault() == (0, Span(0, 0))


@given(st.lists(extensions, min_size=1, max_size=4))
def test_what_is_written_is_read(some):
    assert read_extensions([write_extensions(some)]) == tuple(some)
    assert read_extensions([str(each) for each in some]) == tuple(some)


@given(st.lists(extensions, min_size=1, max_size=3), st.data())
def test_white_space_and_quotes_change_nothing(some, draw):
    def loose(part):
        if part in {";", "=", ","}:
            return draw.draw(spaces) + part + draw.draw(spaces)
        return part

    def value_of(value):
        quoted = '"' + "".join(draw.draw(st.sampled_from([each, "\\" + each])) for each in value) + '"'
        return draw.draw(st.sampled_from([value, quoted]))

    text = ""
    for number, each in enumerate(some):
        text += loose(",") if number else ""
        text += each.name
        for name, value in each.parameters:
            text += loose(";") + name + ("" if value is None else loose("=") + value_of(value))
    assert read_extensions([text]) == tuple(some)


@given(st.text('ab1;=," \t\\é', max_size=24))
def test_websockets_reads_the_same(value):
    try:
        # A header value has no white space around it.
        theirs = parse_extension(value.strip(" \t"))
    except InvalidHeaderFormat:
        theirs = None
    try:
        ours = read(value)
    except ExtensionError:
        ours = None
    if theirs is not None:
        theirs = [(name, tuple(parameters)) for name, parameters in theirs]
    assert ours == theirs


def read_or_fault(values):
    """The extensions, or the error that says why there are none."""
    try:
        return read_extensions(values)
    except ExtensionError as error:
        return error


@given(st.lists(st.binary(max_size=30).map(lambda data: data.decode("latin-1")), max_size=3))
def test_any_value_is_read_or_refused(values):
    found = read_or_fault(values)
    if isinstance(found, ExtensionError):
        assert 0 <= found.span.start <= found.span.stop <= len(values[found.line] if values else "")
    else:
        assert all(values[each.line].startswith(each.name, each.span.start) for each in found)


@pytest.mark.parametrize("value", ["a" * 16_000, "a;b" * 5_000, 'a;b="' + "\\c" * 8_000, " " * 16_000, "a," * 8_000])
def test_the_longest_head_is_read_to_its_end(value):
    found = read_or_fault([value])
    last = found.span if isinstance(found, ExtensionError) else found[-1].span
    assert len(value) - 3 <= last.stop <= len(value) or last.start == 4
