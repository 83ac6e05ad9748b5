"""Our client before the fuzzing server of the Autobahn Testsuite: echoes every case back, then asks for the reports.

    /getCaseCount                  a text message: how many cases there are
    /runCase?case=N&agent=NAME     case N; text is answered with text, binary with binary
    /updateReports?agent=NAME      the suite writes its reports and closes

`python -m tests.conformance.echo_client ws://127.0.0.1:9001 NAME` ends with exit code 0 when the reports are written.
"""

from __future__ import annotations

import asyncio
import sys

from app.network.client import Client, offer_for
from app.network.limits import CLIENT
from app.network.link import Link
from app.network.programs import echo
from app.network.url import parse_url
from protocol.events import Event, MessageReceived
from protocol.extensions import DeflateOffer
from protocol.handshake import Offer

OFFER = Offer(host="", target="", key="", deflate=DeflateOffer())
"""What the client asks for besides the address and a fresh key: compression as browsers offer it (RFC 7692)."""

CASE_LIMIT = 120.0
"""Seconds for one case; the suite itself gives up earlier."""


class Echo(Client):
    """A client that answers each message as soon as it is heard, before the bytes behind it are read: a message that
    comes before a bad frame is due its echo, however late the program would get to it from a queue."""

    def heard(self, link: Link, event: Event) -> None:
        """Echo first."""
        echo(link, event)
        super().heard(link, event)


async def converse(address: str, kind: type[Client]) -> list[str]:
    """One connection from its opening to the end of TCP: the texts that came."""
    url = parse_url(address)
    client = kind(offer_for(url, OFFER), CLIENT)
    await asyncio.get_running_loop().create_connection(lambda: client.link, url.host, url.port)
    try:
        return [event.text or "" async for event in client if isinstance(event, MessageReceived)]
    finally:
        client.link.reset()  # nothing if TCP is over; else the case took too long


async def main(url: str, agent: str) -> None:
    """Every case, one after the other. A case that does not end stays without a result, and the next one begins."""
    [number] = await converse(f"{url}/getCaseCount", Client)
    for case in range(1, int(number) + 1):
        try:
            async with asyncio.timeout(CASE_LIMIT):
                await converse(f"{url}/runCase?case={case}&agent={agent}", Echo)
        except TimeoutError:
            print(f"case number {case} of this share was not over after {CASE_LIMIT:g} s", flush=True)
    await converse(f"{url}/updateReports?agent={agent}", Client)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
