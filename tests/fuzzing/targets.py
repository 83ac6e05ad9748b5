"""All targets by name, and the words that help a mutation to be more than noise."""

from __future__ import annotations

from collections.abc import Callable

from tests.fuzzing import parsers, streams

TARGETS: dict[str, Callable[[bytes], None]] = {
    "request": parsers.request_head,
    "response": parsers.response_head,
    "extensions": parsers.extension_list,
    "opening": streams.opening,
    "client-stream": streams.client_stream,
    "server-stream": streams.server_stream,
    "close": parsers.close_body,
    "utf8": parsers.utf8,
    "inflate": streams.inflate,
    "observer": streams.observer,
    "recording": parsers.recording_lines,
    "accept": parsers.accept_key,
    "hex": parsers.hex_input,
    "url": parsers.url,
    "token": parsers.token,
    "json": parsers.json_text,
}

WORDS: tuple[bytes, ...] = (
    b"\r\n", b"\r\n\r\n", b": ", b", ", b"; ", b"=", b'"', b"\\", b"\t", b"GET ", b" HTTP/1.1\r\n",
    b"HTTP/1.1 101 \r\n",
    b"Host: a\r\n", b"Upgrade: websocket\r\n",
    b"Connection: Upgrade\r\n", b"Sec-WebSocket-Key: ",
    b"Sec-WebSocket-Version: 13\r\n", b"Sec-WebSocket-Accept: ", b"Sec-WebSocket-Protocol: chat\r\n",
    b"Sec-WebSocket-Extensions: ", b"permessage-deflate", b"server_no_context_takeover", b"client_max_window_bits=9",
    b"Content-Length: 0\r\n", b"HTTP/1.1 103 \r\n\r\n",
    b"\x81\x00", b"\x01\x00", b"\x80\x00", b"\x82\x7e\x00\x7e", b"\x88\x02\x03\xe8", b"\x89\x00", b"\x8a\x00",
    b"\xc1\x07",
    b"\x81\x80\x00\x00\x00\x00", b"\x88\x82\x00\x00\x00\x00\x03\xe8", b"\x7f\xff\xff\xff\xff\xff\xff\xff",
    b"\x00\x00\xff\xff", b"\xf2\x48\xcd\xc9\xc9\x07\x00", b"\x03\xe8", b"\xed\xa0\x80", b"\xf4\x90",
    b"\xe4\xbd\xa0",
    b'{"time": 1, "who": "client", "kind": "data", "hex": "8100"}\n', b'"read"', b'"size": 3', b"[", b"{", b"null",
    b"1e999", b"\\ud800", b"NaN", b'"n":1', b'"stream":"a"', b"ws://", b"wss://", b"@", b"%2", b"[::1]", b":80",
    b"?", b"#",
    b"0x", b"\\x81", b"81 05",
)  # fmt: skip
