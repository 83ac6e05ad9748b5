"""What can be started besides the server: a client, a proxy, and the weather."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model.live.plans import (
    ClientPlan,
    ProxyPlan,
    WeatherPlan,
    client_problems,
    proxy_problems,
    weather_problems,
)
from app.widgets.live.form import FormDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.model.live.plans import Problems
    from app.reasons import SaidError
    from app.widgets.look import Look

    CheckUrl = Callable[[str], SaidError | None]


class ClientForm(FormDialog):
    """A client for any server; `check_url` says what is wrong with an address."""

    def __init__(self, look: Look, plan: ClientPlan, check_url: CheckUrl, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._check_url = check_url
        self.set_words(self.tr("Connect to a server"), self.tr("Connect"))
        self._url = self.line("url", self.tr("Address"), plan.url, mono=True)
        self._url.setPlaceholderText("ws://127.0.0.1:8765/")
        self._protocols = self.line(
            "subprotocols",
            self.tr("Subprotocols"),
            plan.subprotocols,
            self.tr("Names with commas between them."),
            mono=True,
        )
        self._bearer = self.line(
            "bearer", self.tr("Bearer token"), plan.bearer, self.tr("Sent as Authorization: Bearer …"), mono=True
        )
        self._headers = self.text(
            "headers", self.tr("More headers"), plan.headers, self.tr("One a line, as Name: value."), lines=3
        )
        self._deflate = self.switch(self.tr("Offers compression (permessage-deflate)"), on=plan.deflate)
        self._pongs = self.switch(self.tr("Answers pings with pongs"), on=plan.pongs)
        self._insecure = self.switch(
            self.tr("Takes any certificate"), on=plan.insecure,
            tip=self.tr("Whoever stands in between can read along: for tests only."),
        )  # fmt: skip
        self.begin()

    @property
    def plan(self) -> ClientPlan:
        """What the form holds now."""
        return ClientPlan(
            self._url.text().strip(), self._headers.toPlainText(), self._protocols.text(), self._bearer.text().strip(),
            self._insecure.isChecked(), self._deflate.isChecked(), self._pongs.isChecked(),
        )  # fmt: skip

    def problems(self) -> Problems:
        plan = self.plan
        wrong = self._check_url(plan.url)
        return client_problems(plan) | ({"url": wrong} if wrong is not None else {})


class ProxyForm(FormDialog):
    """A proxy between whoever comes and a server."""

    def __init__(self, look: Look, plan: ProxyPlan, check_url: CheckUrl, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._check_url = check_url
        self.set_words(self.tr("Stand between a client and a server"), self.tr("Start the proxy"))
        self._port = self.line(
            "port",
            self.tr("Port for clients"),
            plan.port,
            self.tr("It listens on this machine alone: 127.0.0.1."),
            mono=True,
        )
        self._url = self.line("url", self.tr("Address of the server"), plan.url, mono=True)
        self._url.setPlaceholderText("wss://example.com/chat")
        self._insecure = self.switch(self.tr("Takes any certificate"), on=plan.insecure)
        self.begin()

    @property
    def plan(self) -> ProxyPlan:
        """What the form holds now."""
        return ProxyPlan(self._port.text().strip(), self._url.text().strip(), self._insecure.isChecked())

    def problems(self) -> Problems:
        plan = self.plan
        wrong = self._check_url(plan.url)
        return proxy_problems(plan) | ({"url": wrong} if wrong is not None else {})


class WeatherForm(FormDialog):
    """Bad weather for what is sent from here; the same seed gives the same weather."""

    def __init__(self, look: Look, plan: WeatherPlan, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.set_words(self.tr("Weather on the wire"), self.tr("Apply"))
        self._on = self.switch(self.tr("Bad weather for whatever is started from now on"), on=plan.on)
        self._least = self.line("delay_least", self.tr("Delay at least, ms"), plan.delay_least, mono=True)
        self._most = self.line("delay_most", self.tr("Delay at most, ms"), plan.delay_most, mono=True)
        self.side_by_side("delay_least", "delay_most")
        self._pieces = self.line(
            "pieces", self.tr("Split into pieces of at most, bytes"), plan.pieces,
            self.tr("TCP may cut anywhere: nobody should notice."), mono=True,
        )  # fmt: skip
        self._flips = self.line(
            "flips", self.tr("One wrong bit in about, bytes"), plan.flips,
            self.tr("TCP would mend this: it is what a broken program does."), mono=True,
        )  # fmt: skip
        self._loss = self.line("loss", self.tr("Nothing arrives from byte"), plan.loss, mono=True)
        self._reset = self.line("reset", self.tr("Reset at byte"), plan.reset, mono=True)
        self.side_by_side("loss", "reset")
        self._seed = self.line("seed", self.tr("Seed"), plan.seed, mono=True)
        self.begin()

    @property
    def plan(self) -> WeatherPlan:
        """What the form holds now."""
        lines = (self._least, self._most, self._pieces, self._flips, self._loss, self._reset, self._seed)
        return WeatherPlan(self._on.isChecked(), *(line.text().strip() for line in lines))

    def problems(self) -> Problems:
        return weather_problems(self.plan)
