"""The play `delivery`: Ada sends messages to Ben, a server hands them on, and loses some on purpose.

Each of the two has a WebSocket to the server. What no byte shows is a moment (`mail.send` and so on):

    send       Ada's program sends a message, for the first time or again
    lost       the server has thrown the message away; `lost-ack` its acknowledgement
    away       it has nobody to give it to
    held       the server puts a message aside; it hands it on after the next one
    deliver    Ben's program is given a message
    duplicate  Ben has had it already: it is removed
    early      Ben keeps it until those before it are there
    acked      Ada takes a message off her list
    timeout    a message on her list has waited long enough
    failed     Ada has tried often enough: her program is told
    invalid    what the server read is no envelope
    cut, back  Ada's connection breaks; her program has opened another one
    broke      the server's program broke down over what it read
    over       nothing is under way any more
"""

from __future__ import annotations

import base64
import random
from typing import TYPE_CHECKING, Final

from app.network.clock import Clock
from app.network.plays.delivery_mail import Inbox, Letter, Mail, MailError, Outbox, mail, read_mail
from app.network.plays.talk import Straight, Talk
from protocol.chorus import Moment, Played
from protocol.offers import Offer
from protocol.patterns.delivery import Arrival
from protocol.vocabulary import CloseCode, Role

if TYPE_CHECKING:
    from lessons.model import Scenario
    from lessons.plays.delivery import DeliverySetup

ADA: Final = "ada"
BEN: Final = "ben"
SERVER: Final = "server"


async def run(scenario: Scenario) -> Played:
    """Run the whole play on real sockets. Raises NetworkError if the system gives us no port."""
    play = _Play(scenario)
    try:
        await play.run()
        return play.played()
    finally:
        play.close()


class _Play:
    """The two connections, and the three programs at their ends."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._clock = Clock()
        self._random = random.Random(scenario.seed)  # noqa: S311 - a lesson must repeat exactly
        self._masks = iter(scenario.masks)
        self._talks: list[Talk] = []
        self._moments: list[Moment] = []
        setup = self._setup
        self._outbox = Outbox(setup.timeout, setup.retries if setup.acks else 0, setup.window)
        self._inbox = Inbox(setup.memory, setup.order)
        self._passed: dict[str, int] = {}
        """How often the server has seen each message and each acknowledgement."""
        self._held: list[str] = []

    @property
    def _setup(self) -> DeliverySetup:
        return self._scenario.delivery

    def played(self) -> Played:
        """What was recorded."""
        return Played({talk.name: talk.recording for talk in self._talks}, tuple(self._moments))

    def close(self) -> None:
        """Close every socket."""
        for talk in self._talks:
            talk.close()

    async def run(self) -> None:
        """Everything that Ada has to say, until it is acknowledged or given up."""
        await self._open(ADA)
        if self._setup.ben:
            await self._open(BEN)
        if self._setup.garbage:
            self._note("mail.send", ADA, Role.CLIENT, id=0, tries=1, text=self._setup.garbage, kept=False)
            await self._ada.say(Role.CLIENT, self._setup.garbage)
            await self._serve()
        for number, text in enumerate(self._setup.texts, start=1):
            self._outbox.put(number, text)
        while self._ada.is_open:
            await self._send_new()
            at = self._outbox.next_at if self._setup.acks else None
            if at is None:
                break
            self._clock.skip_to(at)
            await self._send_again()
        self._note("mail.over", "", waiting=len(self._outbox.letters), failed=len(self._outbox.failed))

    # Connections.

    @property
    def _ada(self) -> Talk:
        return next(talk for talk in reversed(self._talks) if talk.name.startswith(ADA))

    @property
    def _ben(self) -> Talk | None:
        return next((talk for talk in self._talks if talk.name == BEN), None)

    async def _open(self, who: str) -> None:
        count = sum(talk.name.startswith(who) for talk in self._talks)
        key = base64.b64encode(self._random.randbytes(16)).decode()
        scenario = self._scenario
        offer = Offer(scenario.host, scenario.target, key, scenario.origin)
        name = f"{who}.{count + 1}" if count else who
        way = Straight(self._clock.now)
        talk = Talk(name, way, offer, lambda: next(self._masks, None) or self._random.randbytes(4))
        self._talks.append(talk)
        await talk.open()

    # Ada.

    async def _send_new(self) -> None:
        while new := self._outbox.new():
            await self._send(new[0])
            if not self._setup.acks:
                self._outbox.acknowledged(new[0].id)  # sent and forgotten

    async def _send_again(self) -> None:
        for letter in self._outbox.due(self._clock.now()):
            if letter not in self._outbox.letters:
                continue
            if self._outbox.gives_up(letter):
                self._note("mail.failed", ADA, Role.CLIENT, id=letter.id, tries=letter.tries)
            elif self._ada.is_open:
                self._note("mail.timeout", ADA, Role.CLIENT, id=letter.id, tries=letter.tries)
                await self._send(letter)

    async def _send(self, letter: Letter) -> None:
        letter.tries += 1
        letter.sent = self._clock.now()
        kept = self._setup.acks
        self._note("mail.send", ADA, Role.CLIENT, id=letter.id, tries=letter.tries, text=letter.data, kept=kept)
        text = str(mail("chat", letter.data, letter.id, letter.sent))
        if self._setup.cut == f"{letter.id}.{letter.tries}":
            self._note("mail.cut", ADA, Role.CLIENT, id=letter.id)
            await self._ada.break_with(Role.CLIENT, text)
            await self._open(ADA)
            self._note("mail.back", ADA, Role.CLIENT)
            for each in [each for each in self._outbox.letters if each.tries]:
                await self._send(each)  # what a lost connection had under way is sent again at once
            return
        await self._ada.say(Role.CLIENT, text)
        await self._serve()

    def _hear(self) -> None:
        """Ada reads what has come."""
        for text in self._ada.take(Role.CLIENT):
            letter = read_mail(text)
            if letter.type == "ack" and self._outbox.acknowledged(letter.id):
                self._note("mail.acked", ADA, Role.CLIENT, id=letter.id, waiting=len(self._outbox.letters))

    # The server.

    async def _serve(self) -> None:
        """The server reads what has come from Ada, and hands it on, or loses it."""
        for text in self._ada.take(Role.SERVER):
            try:
                letter = read_mail(text)
            except MailError as error:
                await self._refuse(str(error))
                continue
            await self._pass_on(letter, text)

    async def _refuse(self, why: str) -> None:
        if not self._setup.checks:
            self._note("mail.broke", SERVER, reason=why)
            await self._ada.leave(Role.SERVER, CloseCode.INTERNAL_ERROR)
            return
        self._note("mail.invalid", SERVER, reason=why)
        await self._ada.say(Role.SERVER, str(mail("error", why, 0, self._clock.now())))
        self._hear()

    async def _pass_on(self, letter: Mail, text: str) -> None:
        passing = self._passing(f"{letter.id}")
        ben = self._ben
        if ben is None:
            self._note("mail.away", SERVER, id=letter.id)
        elif passing in self._setup.lose:
            self._note("mail.lost", SERVER, id=letter.id)
        elif passing in self._setup.hold:
            self._note("mail.held", SERVER, id=letter.id)
            self._held.append(text)
        else:
            held, self._held = self._held, []
            for each in (text, *held):
                await ben.say(Role.SERVER, each)
                await self._read(ben)

    def _passing(self, name: str) -> str:
        """`2.1`: message 2 passes for the first time."""
        self._passed[name] = self._passed.get(name, 0) + 1
        return f"{name}.{self._passed[name]}"

    # Ben.

    async def _read(self, ben: Talk) -> None:
        for text in ben.take(Role.CLIENT):
            letter = read_mail(text)
            arrival, given = self._inbox.take(letter)
            if arrival is Arrival.DUPLICATE:
                self._note("mail.duplicate", BEN, Role.CLIENT, id=letter.id)
            elif arrival is Arrival.EARLY:
                self._note("mail.early", BEN, Role.CLIENT, id=letter.id)
            for number, data in given:
                self._note("mail.deliver", BEN, Role.CLIENT, id=number, text=data)
            if self._setup.acks:
                await ben.say(Role.CLIENT, str(mail("ack", "", letter.id, self._clock.now())))
                await self._back(ben)

    async def _back(self, ben: Talk) -> None:
        """The server hands an acknowledgement back, or loses it."""
        for text in ben.take(Role.SERVER):
            letter = read_mail(text)
            if self._passing(f"ack{letter.id}") in self._setup.lose:
                self._note("mail.lost-ack", SERVER, id=letter.id)
            elif self._ada.is_open:
                await self._ada.say(Role.SERVER, text)
                self._hear()

    def _note(self, kind: str, actor: str, role: Role = Role.SERVER, **values: str | int) -> None:
        self._moments.append(Moment(self._clock.now(), kind, actor, role, values))
