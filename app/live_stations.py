"""What Live starts and stops: the server, clients, a proxy, and the weather that they are given.

Each has a form, and the plan that was typed into it last. Nothing here waits: the engine answers later.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from app.live_orders import client_order, proxy_order, script_problem, server_order, url_problem
from app.model.live.cards import Running, Station
from app.model.live.plans import ClientPlan, ProxyPlan, ServerPlan, WeatherPlan, is_loopback
from app.network.tls import ALONE, data_folder
from app.reasons import SaidError
from app.widgets.live.other_forms import ClientForm, ProxyForm, WeatherForm
from app.widgets.live.server_form import ServerForm
from app.widgets.look import look_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.live_later import Later
    from app.network.engine import Engine
    from app.network.live.values import Listening, ProxyOrder
    from app.widgets.live.form import FormDialog
    from app.widgets.live.page import LivePage


class LiveStations(QObject):
    """Everything that listens or calls, of one page and one engine."""

    def __init__(self, page: LivePage, engine: Engine, later: Later) -> None:
        super().__init__(page)
        self.page, self.engine = page, engine
        self.server_plan, self.client_plan = ServerPlan(), ClientPlan()
        self.proxy_plan, self.weather_plan = ProxyPlan(), WeatherPlan()
        self.server: Listening | None = None
        self.proxy: Listening | None = None
        self.form: FormDialog | None = None
        """The form that was opened last."""
        self._later = later
        self._busy_for: set[str] = set()
        self._show_stations()

    @property
    def deeds(self) -> dict[str, Callable[[], object]]:
        """What a button of the page can ask for."""
        return {
            "start": self.start_server,
            "stop": self.stop_server,
            "copy": lambda: self._copy(self.server),
            "page": self.open_page,
            "settings": self.ask_server,
            "connect": self.ask_client,
            "proxy": self.ask_proxy,
            "weather": self.ask_weather,
            "proxy.stop": self.stop_proxy,
            "proxy.copy": lambda: self._copy(self.proxy),
        }

    def start_server(self) -> None:
        """With the settings there are."""
        if self.server is not None or "server" in self._busy_for:
            return
        self._later.tell("")  # what went wrong the last time
        try:
            order = server_order(self.server_plan, self.weather_plan)
        except SaidError as error:
            self._later.say(error)
            return
        self._mark("server")
        self._later.when(self.engine.serve(order), self._served, partial(self._mark, "server", on=False))

    def stop_server(self) -> None:
        """1001 to everyone."""
        if self.server is not None and "server" not in self._busy_for:
            self._mark("server")
            self._later.when(self.engine.stop(self.server.id), self._unserved, partial(self._mark, "server", on=False))

    def connect_client(self, plan: ClientPlan) -> None:
        """To a server anywhere."""
        self.client_plan = plan
        self._later.tell("")
        try:
            order = client_order(plan, self.weather_plan)
        except SaidError as error:
            self._later.say(error)
            return
        self._later.when(self.engine.connect(order), lambda _number: None)

    def start_proxy(self, plan: ProxyPlan) -> None:
        """In the place of the one that runs."""
        self.proxy_plan = plan
        self._later.tell("")
        order = proxy_order(plan, self.weather_plan)
        if self.proxy is not None:
            old, self.proxy = self.proxy, None
            self._later.when(
                self.engine.stop(old.id), lambda _: self._later.when(self.engine.proxy(order), self._proxied)
            )
        else:
            self._start_proxy(order)

    def _start_proxy(self, order: ProxyOrder) -> None:
        self._later.when(self.engine.proxy(order), self._proxied)

    def stop_proxy(self) -> None:
        """Its connections are reset."""
        if self.proxy is not None:
            old, self.proxy = self.proxy, None
            self._show_stations()
            self._later.when(self.engine.stop(old.id), lambda _: None)

    def open_page(self) -> None:
        """The server's page in a browser."""
        if self.server is not None and not QDesktopServices.openUrl(QUrl(self.server.page)):
            QGuiApplication.clipboard().setText(self.server.page)
            self._later.tell(
                self.tr("No browser could be opened; {address} was copied.").format(address=self.server.page)
            )

    # Forms.

    def ask_server(self) -> None:
        """The settings of the server."""
        certificate = str(data_folder() / ALONE)
        form = ServerForm(
            look_of(self.page), self.server_plan, script_problem, certificate, running=self.server is not None,
            parent=self.page,
        )  # fmt: skip
        form.accepted.connect(lambda: self.restart_server(form.plan))
        self._open(form)

    def ask_client(self) -> None:
        """Where to connect to."""
        plan = self.client_plan
        if not plan.url and self.server is not None:
            plan = ClientPlan(url=self.server.urls[-1])
        form = ClientForm(look_of(self.page), plan, url_problem, self.page)
        form.accepted.connect(lambda: self.connect_client(form.plan))
        self._open(form)

    def ask_proxy(self) -> None:
        """Between whom to stand."""
        plan = self.proxy_plan
        if not plan.url and self.server is not None:
            plan = ProxyPlan(url=self.server.urls[-1])
        form = ProxyForm(look_of(self.page), plan, url_problem, self.page)
        form.accepted.connect(lambda: self.start_proxy(form.plan))
        self._open(form)

    def ask_weather(self) -> None:
        """What the network does."""
        form = WeatherForm(look_of(self.page), self.weather_plan, self.page)
        form.accepted.connect(lambda: self.set_weather(form.plan))
        self._open(form)

    def _open(self, form: FormDialog) -> None:
        self.form = form
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.open()

    def set_weather(self, plan: WeatherPlan) -> None:
        """For what is started from now on."""
        self.weather_plan = plan
        if self.server is not None or self.proxy is not None:
            self._later.tell(
                self.tr("The weather holds for what is started from now on; start the server anew to give it to it.")
            )

    def restart_server(self, plan: ServerPlan) -> None:
        """With other settings."""
        self.server_plan = plan
        if self.server is None:
            self.start_server()
        elif "server" not in self._busy_for:
            self._mark("server")
            self._later.when(
                self.engine.stop(self.server.id), self._unserved_to_start, partial(self._mark, "server", on=False)
            )

    # What came of it.

    def _served(self, listening: Listening) -> None:
        self.server = listening
        self._show_stations()

    def _unserved(self, _done: None) -> None:
        self.server = None
        self._show_stations()

    def _unserved_to_start(self, done: None) -> None:
        self._unserved(done)
        QTimer.singleShot(0, self, self.start_server)

    def _proxied(self, listening: Listening) -> None:
        self.proxy = listening
        self._show_stations()

    def _mark(self, what: str, *, on: bool = True) -> None:
        (self._busy_for.add if on else self._busy_for.discard)(what)
        self._show_stations()

    def _show_stations(self) -> None:
        server = Station("starting" if "server" in self._busy_for else "stopped")
        if self.server is not None:
            state: Running = "stopping" if "server" in self._busy_for else "listening"
            exposed = not is_loopback(self.server_plan.host)
            server = Station(state, self.server.urls[0], self.server.page, exposed=exposed)
        proxy = Station()
        if self.proxy is not None:
            proxy = Station("listening", self.proxy.urls[0], proxy=self.proxy_plan.url)
        self.page.set_stations(server, proxy)

    def _copy(self, what: Listening | None) -> None:
        if what is not None:
            QGuiApplication.clipboard().setText(what.urls[0])
            self._later.tell(self.tr("{address} was copied.").format(address=what.urls[0]), "done")
