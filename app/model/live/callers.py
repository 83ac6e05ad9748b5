"""Who is at the other end: a name from what a client says of itself in User-Agent, or from how it came here.

Browsers all claim to be each other; the most particular name wins. No Qt here: the words of a kind are translated by
who shows them.
"""

from __future__ import annotations

from typing import Final, Literal

CallerKind = Literal["browser", "python", "node", "curl", "program", "ours", "proxy", "unknown"]

LONGEST: Final = 40
"""How much is shown of a name that somebody else chose."""

# Order matters: Edge and Opera also say Chrome, and Chrome also says Safari.
BROWSERS: Final = (
    ("edg/", "Edge"), ("opr/", "Opera"), ("firefox/", "Firefox"), ("headlesschrome/", "Chrome"),
    ("chromium/", "Chromium"), ("chrome/", "Chrome"), ("safari/", "Safari"),
)  # fmt: skip

# RFC 9110 section 10.1.5: product/version. In lower case; the name that is shown; its kind.
PROGRAMS: Final[tuple[tuple[str, str, CallerKind], ...]] = (
    ("aiohttp", "aiohttp", "python"),
    ("websockets", "websockets", "python"),
    ("websocket-client", "websocket-client", "python"),
    ("python", "Python", "python"),
    ("node", "Node.js", "node"),
    ("curl/", "curl", "curl"),
)

SYSTEMS: Final = (("android", "Android"), ("iphone", "iPhone"), ("ipad", "iPad"), ("windows", "Windows"),
                  ("mac os", "macOS"), ("linux", "Linux"))  # fmt: skip


def caller(user_agent: str) -> tuple[CallerKind, str]:
    """Kind and name; the name is empty where nothing is known."""
    low = user_agent[:512].lower()
    for sign, name, kind in PROGRAMS:
        if sign in low:
            return kind, name
    if low.startswith("mozilla/"):
        for sign, name in BROWSERS:
            if sign in low:
                system = next((word for part, word in SYSTEMS if part in low), "")
                return "browser", f"{name}, {system}" if system else name
        return "browser", ""
    product = user_agent.strip().partition("/")[0].partition(" ")[0][:LONGEST]
    return ("program", product) if product.isprintable() and product else ("unknown", "")
