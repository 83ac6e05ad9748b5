"""Names from User-Agent."""

from __future__ import annotations

import pytest

from app.model.live.callers import caller

CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36"


@pytest.mark.parametrize(
    ("agent", "who"),
    [
        (CHROME, ("browser", "Chrome, Linux")),
        (CHROME + " Edg/130.0", ("browser", "Edge, Linux")),
        ("Mozilla/5.0 (Windows NT 10.0; rv:132.0) Gecko/20100101 Firefox/132.0", ("browser", "Firefox, Windows")),
        (
            "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537 Chrome/130 Mobile Safari/537",
            ("browser", "Chrome, Android"),
        ),
        ("Mozilla/5.0 (something)", ("browser", "")),
        ("Python/3.12 websockets/17.4", ("python", "websockets")),
        ("Python/3.12 aiohttp/3.14", ("python", "aiohttp")),
        ("curl/8.5.0", ("curl", "curl")),
        ("my-app/2.0 (x)", ("program", "my-app")),
        ("", ("unknown", "")),
        ("\x1b[2J", ("unknown", "")),
    ],
)
def test_who_calls(agent: str, who: tuple[str, str]) -> None:
    assert caller(agent) == who


def test_a_long_name_is_cut() -> None:
    assert len(caller("x" * 10_000)[1]) == 40
