"""A PDF document by Qt with everything taken out that differs from run to run.

Qt stamps each document with the time and a random number, and writes the fonts in the order of a hash table whose seed
is random. Here the stamps get fixed values, the objects are numbered and written in the order in which they are reached
from the catalogue, and the document's identifier becomes the hash of its content.

A PDF file (ISO 32000, 7.5) is a header, objects `12 0 obj ... endobj` that refer to each other as `12 0 R`, a table
with the place of each object, and a trailer that names the catalogue (`/Root`) and the properties (`/Info`).
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Final

REFERENCE: Final = re.compile(rb"\b(\d+) 0 R\b")
STREAM: Final = b">>\nstream\n"
DATE: Final = re.compile(rb"\(D:[^)]*\)")
STAMP: Final = re.compile(rb'(xmp:(?:Create|Modify|Metadata)Date=)"[^"]*"')
NAME: Final = re.compile(rb'(xmpMM:DocumentID=)"[^"]*"')
LENGTH: Final = re.compile(rb"/Length \d+")
TAG: Final = re.compile(rb"/[A-Z]{6}\+")
"""Six letters before a font's name say that only a part of it is there; Qt counts them on from object to object."""


def settled(data: bytes) -> bytes:
    """The document as it is every time."""
    header, objects, trailer = _parts(data)
    root, info = (_named(trailer, name) for name in (b"Root", b"Info"))
    order = _reached(objects, [root, info])
    numbers = {old: new for new, old in enumerate(order, 1)}
    bodies = []
    for old in order:
        body = DATE.sub(b"(D:20000101000000Z)", objects[old]) if old == info else _renumbered(objects[old], numbers)
        bodies.append(b"%d 0 obj\n%b" % (numbers[old], body))
    return _document(header, bodies, numbers[root], numbers[info])


def _parts(data: bytes) -> tuple[bytes, dict[int, bytes], bytes]:
    """The header, the objects by number without their first line, and the trailer."""
    start = int(data.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    table, _, trailer = data[start:].partition(b"trailer\n")
    places = {number: int(place) for number, place in enumerate(re.findall(rb"(\d{10}) 00000 n", table), 1)}
    ends = [*sorted(places.values()), start]
    whole = {number: data[place : ends[ends.index(place) + 1]] for number, place in places.items()}
    return data[: ends[0]], {number: body.split(b"\n", 1)[1] for number, body in whole.items()}, trailer


def _named(trailer: bytes, name: bytes) -> int:
    found = re.search(rb"/%b (\d+) 0 R" % name, trailer)
    assert found is not None, trailer
    return int(found[1])


def _reached(objects: dict[int, bytes], start: list[int]) -> list[int]:
    """All objects that can be reached, each before those that it refers to."""
    found: list[int] = []
    waiting = start[::-1]
    while waiting:
        number = waiting.pop()
        if number not in found:
            found.append(number)
            waiting += [int(each) for each in REFERENCE.findall(_split(objects[number])[0])][::-1]
    return found


def _split(body: bytes) -> tuple[bytes, bytes]:
    """The object proper, and its stream of any bytes."""
    before, mark, after = body.partition(STREAM)
    return before, mark + after


def _renumbered(body: bytes, numbers: dict[int, int]) -> bytes:
    """The object with the new numbers, without stamps; a stream of metadata gets its new length."""
    before, stream = _split(body)
    before = REFERENCE.sub(lambda found: b"%d 0 R" % numbers[int(found[1])], TAG.sub(b"/SUBSET+", before))
    if b"/Type /Metadata" in before:
        stream = STAMP.sub(rb'\1"2000-01-01T00:00:00Z"', stream)
        stream = NAME.sub(rb'\1"uuid:00000000-0000-0000-0000-000000000000"', stream)
        size = len(stream) - len(STREAM) - len(b"\nendstream\nendobj\n")
        before = LENGTH.sub(b"/Length %d" % size, before)
    return before + stream


def _document(header: bytes, bodies: list[bytes], root: int, info: int) -> bytes:
    name = sha256(b"".join(bodies)).hexdigest()[:32].encode()
    places, start = [], len(header)
    for body in bodies:
        places.append(b"%010d 00000 n \n" % start)
        start += len(body)
    table = [b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1), *places]
    trailer = b"trailer\n<<\n/Size %d\n/Info %d 0 R\n/Root %d 0 R\n/ID [ <%b> <%b> ]\n>>\nstartxref\n%d\n%%%%EOF\n"
    return b"".join([header, *bodies, *table, trailer % (len(bodies) + 1, info, root, name, name, start)])
