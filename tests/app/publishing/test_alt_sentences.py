"""Entries as sentences: alike ones together, headings, full stops."""

from __future__ import annotations

import pytest

from app.drawing.marks import Rect
from app.publishing.alt_entry import Entry
from app.publishing.alt_order import Part
from app.publishing.alt_sentences import chinese_stops, ended, paragraphs


def _said(*texts: str, lang="en", held=False, heading="") -> list[str]:
    found = [
        Entry(Rect(0, 30 * place, 9, 9), text, "row.#", place, heading=text == heading)
        for place, text in enumerate(texts)
    ]
    return [" ".join(each) for each in paragraphs(Part(tuple(found), held), lang)]


def test_what_differs_only_in_numbers_is_one_sentence() -> None:
    keys = [f"Byte {at}, 0x{value}: masking key." for at, value in enumerate(("37", "fa", "21", "3d"), 2)]
    assert _said(*keys) == ["Bytes 2–5, 0x37 0xfa 0x21 0x3d: masking key."]
    assert _said(*(f"Attempt {n} after {n * n}.5 s" for n in (1, 2, 3))) == ["Attempt 1–3 after 1.5, 4.5, 9.5 s."]
    assert _said(*(f"第 {n} 条丢了" for n in (1, 3, 4)), lang="zh_CN") == ["第 1、3、4 条丢了。"]


def test_single_signs_at_the_end_are_values_too() -> None:
    assert _said(*(f"Character {n}, sent: {sign}" for n, sign in enumerate("s3pP", 1))) == [
        "Characters 1–4, sent: s, 3, p, P."
    ]


def test_numbers_that_count_upwards_for_a_while_are_told_from_the_first_to_the_last() -> None:
    places = [4, 5, 6, 162, 163, 164, 165]
    assert _said(*(f"Byte {at}: payload data" for at in places)) == ["Bytes 4–6, 162–165: payload data."]
    assert _said(*(f"Second {at}: 0 are taken" for at in (1, 3, 6))) == ["Seconds 1, 3, 6: 0 are taken."]


def test_bytes_of_two_frames_stay_apart() -> None:
    found = tuple(
        Entry(Rect(30 * at, 0, 9, 9), f"Byte {at % 3}: payload data", "strip.#", at, f"frame:{at // 3}", is_byte=True)
        for at in range(6)
    )
    assert [" ".join(each) for each in paragraphs(Part(found, held=True), "en")] == [
        "Bytes 0–2: payload data. Bytes 0–2: payload data."
    ]


def test_two_alike_are_told_as_they_are() -> None:
    assert _said("Step 1.", "Step 2.") == ["Step 1. Step 2."]


def test_sums_stay_apart_and_of_many_the_first_and_the_last_are_told() -> None:
    sums = [f"Bit {n}: {n} + {n * 3} = {n * 4}, {n * n}" for n in range(1, 10)]
    assert _said(*sums[:3]) == [" ".join(f"{each}." for each in sums[:3])]
    assert _said(*sums) == [" ".join(f"{each}." for each in sums[:3]) + f" … {sums[-1]}."]


def test_values_with_few_columns_are_cut() -> None:
    text = _said(*(f"Sent at {n * n} s" for n in range(20)))
    assert text == ["Sent at 0, 1, 4, 9, 16, 25, 36, 49, …, 361 s."]


def test_a_heading_begins_a_paragraph_outside_of_boxes() -> None:
    assert _said("One.", "Codes", "Two.", heading="Codes") == ["One.", "Codes: Two."]
    assert _said("One.", "Codes", "Two.", heading="Codes", held=True) == ["One. Codes. Two."]
    assert _said("One.", "Codes", heading="Codes") == ["One.", "Codes."]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("chat.v2: declined", "chat.v2: declined."),
        ("chat → chat: agreed. a language", "chat → chat: agreed. A language."),
        ("ws: scheme", "ws: scheme."),
        ("new WebSocket(…)", "new WebSocket(…)."),
        ("= on the wire", "On the wire."),
        ("well-formed", "Well-formed."),
        ("Said “no. it” twice", "Said “no. it” twice."),
        ("masking key", "Masking key."),
        ("a is b", "a is b."),
        ("Why?", "Why?"),
        ("“So.”", "“So.”"),
        ("op 8", "Op 8."),
    ],
)
def test_english_ends_with_a_full_stop(text: str, whole: str) -> None:
    assert ended(text, chinese=False) == whole


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("字节, “a, b.” ", "字节，“a, b.”。"),
        ("发送TCP FIN; 到达", "发送 TCP FIN；到达。"),
        ("0-999: 未使用", "0-999：未使用。"),
        ("跳过：·. o@·", "跳过：·. o@·。"),
        ("状态", "状态。"),
        ("连接处于 OPEN. 服务器", "连接处于 OPEN。服务器。"),
        ("密钥, 24 位", "密钥，24 位。"),
    ],
)
def test_chinese_has_wide_signs(text: str, whole: str) -> None:
    assert ended(text, chinese=True) == whole


def test_addresses_stay_as_they_are() -> None:
    assert chinese_stops("客户端，127.0.0.1:5000，http://a.b") == "客户端，127.0.0.1:5000，http://a.b"
