"""A document by Qt without time, random numbers and the order of chance: still a document, and the same every time."""

import re

import pytest

from app.drawing.pdf_settle import settled

INFO = b"<<\n/Title (\xfe\xff\0A)\n/CreationDate (D:20240229235959+08'00')\n/ModDate (D:00000000-1-1-1Z)\n>>\nendobj\n"
XMP = (
    b'<x xmp:CreateDate="2024-02-29T23:59:59+08:00" xmp:ModifyDate="" xmpMM:DocumentID="uuid:%b"/>'
    b"<t>xmp 2024-02-29T23:59:59Z uuid:1</t>"
)
BINARY = b"\0\xff 7 0 R endobj \n/QTAAAA+ stream\n"


def document(order, letter=b"Q", uuid=b"1"):
    """A document with two fonts, whose objects stand in the given order and are numbered in it."""
    at = {name: place for place, name in enumerate(order, 1)}
    metadata = XMP % uuid
    bodies = {
        "info": INFO,
        "root": b"<<\n/Type /Catalog\n/Pages %d 0 R\n/Metadata %d 0 R\n>>\nendobj\n" % (at["page"], at["xmp"]),
        "page": b"<<\n/Font << /F1 %d 0 R /F2 %d 0 R >>\n>>\nendobj\n" % (at["sans"], at["mono"]),
        "sans": b"<< /FontName /%bTAAAA+Sans\n/FontFile2 %d 0 R\n>>\nendobj\n" % (letter, at["file"]),
        "mono": b"<< /FontName /%bZAAAA+Mono\n>>\nendobj\n" % letter,
        "file": b"<<\n/Length %d\n>>\nstream\n%b\nendstream\nendobj\n" % (len(BINARY), BINARY),
        "xmp": b"<<\n/Type /Metadata /Subtype /XML\n/Length %d\n>>\nstream\n%b\nendstream\nendobj\n"
        % (len(metadata), metadata),
    }
    data, table = b"%PDF-1.4\n", b"xref\n0 8\n0000000000 65535 f \n"
    for name in order:
        table += b"%010d 00000 n \n" % len(data)
        data += b"%d 0 obj\n%b" % (at[name], bodies[name])
    trailer = b"trailer\n<<\n/Size 8 \n/Info %d 0 R\n/Root %d 0 R\n/ID [ <00> <00> ]\n>>\nstartxref\n%d\n%%%%EOF\n"
    return data + table + trailer % (at["info"], at["root"], len(data))


FIRST = ("info", "xmp", "root", "page", "sans", "mono", "file")
ORDERS = [FIRST, FIRST[::-1], ("mono", "root", "file", "info", "page", "xmp", "sans")]


@pytest.mark.parametrize("order", ORDERS)
def test_order_time_and_chance_leave_no_trace(order):
    assert settled(document(order, b"R", b"22222222-2222")) == settled(document(FIRST))


def test_what_was_settled_stays_as_it_is():
    once = settled(document(FIRST))
    assert settled(once) == once


def test_every_object_stands_where_the_table_says():
    data = settled(document(FIRST))
    start = int(re.search(rb"startxref\n(\d+)\n", data)[1])
    assert data[start:].startswith(b"xref\n0 8\n")
    places = [int(place) for place in re.findall(rb"(\d{10}) 00000 n", data[start:])]
    for number, place in enumerate(places, 1):
        assert data[place:].startswith(b"%d 0 obj\n" % number)
    assert b"/Root 1 0 R" in data[start:]


def test_references_still_lead_to_the_same_things():
    data = settled(document(ORDERS[1]))
    sans = re.search(rb"/F1 (\d+) 0 R", data)[1]
    assert b"\n%b 0 obj\n<< /FontName /SUBSET+Sans" % sans in data
    file = re.search(rb"/FontFile2 (\d+) 0 R", data)[1]
    assert b"\n%b 0 obj\n<<\n/Length %d\n>>\nstream\n%b" % (file, len(BINARY), BINARY) in data


def test_streams_are_left_alone_but_for_stamps():
    data = settled(document(FIRST))
    assert BINARY in data
    assert b"<t>xmp 2024-02-29T23:59:59Z uuid:1</t>" in data
    length, content = re.search(rb"/Length (\d+)\n>>\nstream\n(<x.*?</t>)\nendstream", data).groups()
    assert int(length) == len(content)
    assert content.count(b'"2000-01-01T00:00:00Z"') == 2
