"""The settings of the embedded server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model.live.plans import ServerPlan, is_loopback, server_problems
from app.widgets.live.form import FormDialog
from app.widgets.segments import Segments
from app.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.model.live.plans import Problems, ProgramName
    from app.reasons import SaidError
    from app.widgets.look import Look


class ServerForm(FormDialog):
    """`check_script` says what is wrong with a script; `certificate` is where the certificate of wss is kept."""

    def __init__(
        self,
        look: Look,
        plan: ServerPlan,
        check_script: Callable[[str], SaidError | None],
        certificate: str,
        *,
        running: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.set_words(self.tr("Settings of the server"), self.tr("Restart") if running else self.tr("Start"))
        self._check_script = check_script
        self._host = self.line("host", self.tr("Listens at"), plan.host, mono=True)
        self._port = self.line("port", self.tr("Port"), plan.port, mono=True)
        self.side_by_side("host", "port")
        self._program = Segments(small=True)
        self._program.set_choices(
            [
                ("echo", self.tr("Echo")),
                ("broadcast", self.tr("Broadcast")),
                ("script", self.tr("Script")),
            ]
        )
        self._program.set_value(plan.program)
        self._program.chosen.connect(self._choose)
        self.add("program", self.tr("What it does with a message"), self._program)
        self._script = self.text(
            "script", self.tr("Script"), plan.script, self.tr("Rules in TOML, from top to bottom.")
        )
        self._protocols = self.line(
            "subprotocols",
            self.tr("Subprotocols"),
            plan.subprotocols,
            self.tr("Names with commas between them."),
            mono=True,
        )
        self._origins = self.line(
            "origins", self.tr("Origins that may come in"), plan.origins,
            self.tr("Empty: pages of every origin, and programs, may connect."), mono=True,
        )  # fmt: skip
        self._pings = self.line(
            "pings", self.tr("Seconds between its pings"), plan.pings,
            self.tr("Their round trip is shown at the peer. Empty: it sends none."), mono=True,
        )  # fmt: skip
        self._deflate = self.switch(self.tr("Takes compression (permessage-deflate)"), on=plan.deflate)
        self._pongs = self.switch(self.tr("Answers pings with pongs"), on=plan.pongs)
        trust = self.tr("Clients have to trust the certificate in {path}.").format(path=certificate)
        self._secure = self.switch(self.tr("TLS: wss instead of ws"), on=plan.secure, tip=trust)
        self._trust = Text(13, 18, colour="text2")
        self._trust.set_text(trust)
        self.body.addWidget(self._trust)
        self.begin()

    @property
    def plan(self) -> ServerPlan:
        """What the form holds now."""
        program: ProgramName = "echo"
        for known in ("echo", "broadcast", "script"):
            if self._program.value() == known:
                program = known
        return ServerPlan(
            self._host.text().strip(),
            self._port.text().strip(),
            program,
            self._script.toPlainText(),
            self._protocols.text(),
            self._deflate.isChecked(),
            self._origins.text(),
            self._secure.isChecked(),
            self._pongs.isChecked(),
            self._pings.text().strip(),
        )

    def problems(self) -> Problems:
        plan = self.plan
        found = server_problems(plan)
        wrong = self._check_script(plan.script) if plan.program == "script" else None
        return found if wrong is None else found | {"script": wrong}

    def check(self) -> None:
        plan = self.plan
        self.rows["script"].setVisible(plan.program == "script")
        super().check()
        if plan.host and not is_loopback(plan.host):
            self.rows["host"].set_problem(
                self.tr("Other machines can reach it there, and nobody is asked for a password."), grave=False
            )
        self._trust.setVisible(plan.secure)

    def _choose(self, program: object) -> None:
        self._program.set_value(program)
        self.check()
