"""The forms of Live: what is typed, what is wrong, and what comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.live_orders import script_problem, url_problem
from app.model.live.plans import ClientPlan, ProxyPlan, ServerPlan, WeatherPlan
from app.widgets.live.other_forms import ClientForm, ProxyForm, WeatherForm
from app.widgets.live.server_form import ServerForm
from app.widgets.look import Look

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.widgets.live.form import FormDialog

CERTIFICATE = "/home/somebody/localhost.crt"


def _server(plan: ServerPlan | None = None) -> ServerForm:
    return ServerForm(Look(), plan or ServerPlan(), script_problem, CERTIFICATE)


@pytest.mark.parametrize(
    "plan",
    [
        ServerPlan(),
        ServerPlan("0.0.0.0", "9000", "broadcast", "[[rule]]", "chat", False, "https://a", True, False, ""),
    ],
)
def test_a_server_form_gives_back_what_it_got(shown: Callable[..., ServerForm], plan: ServerPlan) -> None:
    assert shown(_server(plan)).plan == plan


@pytest.mark.parametrize(
    ("form", "plan"),
    [
        (ClientForm, ClientPlan("ws://a/", "A: b", "chat", "t", True, False, False)),
        (ProxyForm, ProxyPlan("0", "wss://a/", True)),
        (WeatherForm, WeatherPlan(True, "1", "2", "3", "4", "5", "6", "7")),
    ],
)
def test_the_others_do_so_too(shown: Callable[..., FormDialog], form: type, plan: object) -> None:
    checks = () if form is WeatherForm else (url_problem,)
    assert shown(form(Look(), plan, *checks)).plan == plan  # type: ignore[attr-defined]


def test_a_host_that_others_can_reach_is_a_warning_and_no_error(shown: Callable[..., ServerForm]) -> None:
    form = shown(_server())
    form._host.setText("0.0.0.0")
    words = form.rows["host"].words
    assert words.isVisible()
    assert words.text().startswith("Other machines can reach it")
    assert words.colour_token == "warn.edge"
    assert form.done_button.isEnabled()
    form._host.setText("127.0.0.1")
    assert not words.isVisible()


def test_a_script_is_checked_while_it_is_typed(shown: Callable[..., ServerForm]) -> None:
    form = shown(_server())
    assert not form.rows["script"].isVisible()
    form._choose("script")
    assert form.rows["script"].isVisible()
    assert form.done_button.isEnabled()
    form._script.setPlainText("[[rule]]\nwhen = 'never'\ndo = 'text'")
    assert "never" in form.rows["script"].words.text()
    assert not form.done_button.isEnabled()


def test_tls_says_what_clients_have_to_trust(shown: Callable[..., ServerForm]) -> None:
    form = shown(_server())
    assert not form._trust.isVisible()
    form._secure.click()
    assert CERTIFICATE in form._trust.text()
    assert form._trust.isVisible()


def test_an_empty_form_does_not_scold(shown: Callable[..., ClientForm]) -> None:
    form = shown(ClientForm(Look(), ClientPlan(), url_problem))
    assert not form.rows["url"].words.isVisible()
    assert not form.done_button.isEnabled()
    QTest.keyClicks(form._url, "http://a/")
    assert "HTTP" in form.rows["url"].words.text()
    assert form._url.wrong


def test_a_form_grows_with_what_is_wrong(shown: Callable[..., WeatherForm]) -> None:
    form = shown(WeatherForm(Look(), WeatherPlan()))
    form.resize(form.width(), form._needed())
    before = form.height()
    for field in (form._least, form._loss, form._seed):
        field.setText("-1")
    assert "0 or more" in form.rows["loss"].words.text()
    assert form.height() > before
    assert form._scroll.verticalScrollBar().maximum() == 0


def test_enter_accepts_what_is_right_only(shown: Callable[..., ClientForm]) -> None:
    form = shown(ClientForm(Look(), ClientPlan(), url_problem))
    done: list[bool] = []
    form.accepted.connect(lambda: done.append(True))
    QTest.keyClicks(form._url, "ws:")
    QTest.keyClick(form._url, Qt.Key.Key_Return)
    assert done == []
    QTest.keyClicks(form._url, "//127.0.0.1/")
    QTest.keyClick(form._url, Qt.Key.Key_Return)
    assert done == [True]


@pytest.mark.parametrize("make", [_server, lambda: WeatherForm(Look(), WeatherPlan())])
def test_tab_reaches_every_control(shown: Callable[..., FormDialog], make: Callable[[], FormDialog]) -> None:
    form = shown(make())
    form.activateWindow()
    seen = []
    for _ in range(40):
        form.focusNextPrevChild(True)
        focus = form.focusWidget()
        if focus in seen:
            break
        seen.append(focus)
    assert form.done_button in seen
    assert all(row.control in seen for row in form.rows.values() if row.isVisible() and row.control.focusPolicy())
    assert all(widget is not None and (widget.accessibleName() or widget.text()) for widget in seen)


def test_escape_leaves_a_form(shown: Callable[..., FormDialog]) -> None:
    form = shown(ProxyForm(Look(), ProxyPlan(), url_problem))
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
