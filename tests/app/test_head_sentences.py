"""Every reason why bytes are no head, or a text no list of extensions, is known here and has a translation."""

from __future__ import annotations

import pytest
from sentences_support import ROOT, sentences, untranslated

from app.head_sentences import EXTENSIONS, HEADS, said_head
from app.translate import QtWords, Translators
from protocol.http11 import HeadError, read_request, read_response

REQUEST = b"GET / HTTP/1.1\r\n"
BROKEN = {
    b"GET /\r\n\r\n": "第一行不是请求行：请求行由方法、目标和带版本号的 HTTP/ 组成。",
    b"\x81\x00": "第一个字节是 0x81，而 HTTP 报文头要以一个单词开头。",
    b"": "没有任何字节，而 HTTP 报文头要以一个单词开头。",
    REQUEST: "报文头没有结束：缺少末尾的空行。",
    REQUEST + b"A: \x00\r\n\r\n": "偏移 19 处的字节 0x00 不会出现在任何 HTTP 报文头中。",
    REQUEST + b"A: b\r\n" * 101 + b"\r\n": "首部有 101 行，上限是 100 行。",
    REQUEST + b"A : b\r\n\r\n": "有一行首部不是“名称、冒号、值”的形式。",
    REQUEST + b"A: b\r\n  c\r\n\r\n": "有一个首部的值折成了两行。",
    REQUEST + b"A: " + b"b" * 16384: "报文头没有结束：它超过了 16 KiB。",
}
"""Bytes that are no request, and why."""


def error_of(raw: bytes) -> HeadError:
    with pytest.raises(HeadError) as caught:
        read_request(raw)
    return caught.value


def test_every_sentence_is_known() -> None:
    assert sentences([ROOT / "protocol" / "http11.py"], {"HeadError": 2}) == set(HEADS)
    places = {"ExtensionError": 2, "_error": 1, "_token": 0}
    assert sentences([ROOT / "protocol" / "extension_list.py"], places) == set(EXTENSIONS)


def test_every_sentence_has_a_translation() -> None:
    assert untranslated("heads", HEADS) == []
    assert untranslated("extensions", EXTENSIONS) == []


@pytest.mark.parametrize("raw", BROKEN)
def test_what_is_said(translators: Translators, raw: bytes) -> None:
    error = error_of(raw)
    for lang, said in (("en", error.text), ("zh_CN", BROKEN[raw])):
        translators.use(lang)
        assert said_head(QtWords(lang, lambda *_: ""), error) == said


def test_a_status_line(translators: Translators) -> None:
    translators.use("zh_CN")
    with pytest.raises(HeadError) as caught:
        read_response(b"HTTP/1.1 ok\r\n\r\n")
    assert said_head(QtWords("zh_CN", lambda *_: ""), caught.value).startswith("第一行不是状态行：")
