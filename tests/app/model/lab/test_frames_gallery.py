"""The gallery: the bytes of RFC 6455 section 5.7 and RFC 7692 section 7.2.3.1, and ids that are told apart."""

from __future__ import annotations

import pytest

from app.model.lab.frames_gallery import sample, samples


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("hello", "810548656c6c6f"),
        ("masked", "818537fa213d7f9f4d5158"),
        ("fragment-1", "010348656c"),
        ("fragment-2", "80026c6f"),
        ("ping", "890548656c6c6f"),
        ("pong", "8a8537fa213d7f9f4d5158"),
        ("deflate", "c107f248cdc9c90700"),
        ("close-1005", "888237fa213d3417"),
    ],
)
def test_the_bytes_of_the_rfc(name: str, data: str) -> None:
    assert sample(name).draft.data.hex() == data


def test_the_long_ones_begin_as_section_5_7_says() -> None:
    assert sample("binary-256").draft.data[:4].hex() == "827e0100"
    assert sample("binary-64k").draft.data[:10].hex() == "827f0000000000010000"
    assert sample("binary-64k").first_bytes == "82 7f"


def test_ids_and_titles_are_told_apart() -> None:
    assert len({one.id for one in samples()}) == len(samples()) == len({one.title for one in samples()})
