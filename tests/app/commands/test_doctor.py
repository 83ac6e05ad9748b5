"""What the doctor finds, on machines that have each thing and on machines that lack it."""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import shutil
import socket
import sys
from importlib.metadata import PackageNotFoundError
from types import ModuleType

import pytest

from app.commands import doctor
from app.commands.doctor import Finding
from app.machine import LIBRARIES

GOOD = Finding("good", True, True, "is here", "do this")
BAD = Finding("bad", False, True, "is missing", "do that")
OPTIONAL = Finding("redis", False, False, "not installed", "install it")
DISPLAY = Finding("display", False, False, "There is no display", "start one")


def report(monkeypatch, capsys, *findings, as_json=False):
    monkeypatch.setattr(doctor, "EXAMINATIONS", tuple((lambda each=each: each) for each in findings))
    code = doctor.run(argparse.Namespace(json=as_json))
    return code, capsys.readouterr().out


def test_all_is_well(monkeypatch, capsys):
    code, out = report(monkeypatch, capsys, GOOD)
    assert code == 0
    assert out == "ok    good      is here\n\nEverything that WebSocket 101 needs is here.\n"


def test_what_is_missing_is_named_with_what_mends_it(monkeypatch, capsys):
    code, out = report(monkeypatch, capsys, GOOD, BAD, OPTIONAL)
    assert code == 2
    assert out.splitlines()[1:5] == [
        "LACK  bad       is missing",
        "                -> do that",
        "none  redis     not installed",
        "                -> install it",
    ]
    assert out.endswith("WebSocket 101 cannot run here before this is mended: bad.\n")


def test_without_a_display_the_rest_works(monkeypatch, capsys):
    code, out = report(monkeypatch, capsys, GOOD, DISPLAY)
    assert code == 0
    assert out.endswith("the window needs a display.\n")


def test_json(monkeypatch, capsys):
    code, out = report(monkeypatch, capsys, GOOD, BAD, as_json=True)
    told = json.loads(out)
    assert (code, told["healthy"]) == (2, False)
    assert told["findings"][1] == {
        "name": "bad",
        "has": False,
        "needed": True,
        "found": "is missing",
        "mend": "do that",
    }


@pytest.mark.parametrize(("version", "has"), [((3, 11, 0), True), ((3, 14, 1), True), ((3, 10, 9), False)])
def test_python(monkeypatch, version, has):
    monkeypatch.setattr(sys, "version_info", version)
    assert doctor.python().has is has


def test_qt_is_here(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: object())
    monkeypatch.setattr(importlib.metadata, "version", lambda package: "6.11.3")
    monkeypatch.setattr(importlib, "import_module", ModuleType)
    assert doctor.qt() == Finding("qt", True, True, "PySide6 6.11.3")


def test_qt_is_not_installed(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    finding = doctor.qt()
    assert (finding.has, finding.found) == (False, "PySide6 is not installed")
    assert "uv sync" in finding.mend


def test_qt_lacks_a_library(monkeypatch):
    def broken(name):
        raise ImportError("libEGL.so.1: cannot open shared object file")

    def unknown(package):
        raise PackageNotFoundError(package)

    monkeypatch.setattr(importlib.util, "find_spec", lambda name: object())
    monkeypatch.setattr(importlib.metadata, "version", unknown)
    monkeypatch.setattr(importlib, "import_module", broken)
    finding = doctor.qt()
    assert not finding.has
    assert "libEGL.so.1" in finding.found
    assert finding.mend == LIBRARIES


def test_display(monkeypatch):
    monkeypatch.setattr(doctor, "display_problem", lambda: "")
    assert doctor.display() == Finding("display", True, False, "a window can be shown")
    monkeypatch.setattr(doctor, "display_problem", lambda: "The display :7 does not answer: start it, or not.")
    assert doctor.display() == Finding("display", False, False, "The display :7 does not answer", "start it, or not")


def test_fonts(monkeypatch, tmp_path):
    assert doctor.fonts().has
    monkeypatch.setattr(doctor, "FOLDER", tmp_path)
    (tmp_path / "sans-400.otf").touch()
    finding = doctor.fonts()
    assert not finding.has
    assert finding.needed
    assert "sans-sc-700.otf" in finding.found
    assert "sans-400.otf" not in finding.found


def test_loopback(monkeypatch):
    assert doctor.loopback().has

    def refused(address):
        raise OSError("no loopback")

    monkeypatch.setattr(socket, "create_server", refused)
    finding = doctor.loopback()
    assert (finding.has, finding.needed) == (False, True)
    assert "no loopback" in finding.found


def test_tls(monkeypatch):
    ssl = ModuleType("ssl")
    ssl.OPENSSL_VERSION = "OpenSSL 3"
    monkeypatch.setattr(importlib, "import_module", lambda name: ssl)
    assert doctor.tls() == Finding("tls", True, False, "OpenSSL 3")

    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    assert (doctor.tls().has, doctor.tls().needed) == (False, False)


@pytest.mark.parametrize("found", ["/usr/bin/redis-server", None])
def test_redis(monkeypatch, found):
    monkeypatch.setattr(shutil, "which", lambda name: found)
    finding = doctor.redis()
    assert (finding.has, finding.needed) == (found is not None, False)


@pytest.mark.parametrize("spec", [None, object()])
def test_pillow(monkeypatch, spec):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: spec)
    finding = doctor.pillow()
    assert (finding.has, finding.needed) == (spec is not None, False)
    assert finding.has or "pip install pillow" in finding.mend


def test_every_examination_is_told_under_its_own_name():
    names = [examine.__name__ for examine in doctor.EXAMINATIONS]
    assert names == ["python", "qt", "display", "fonts", "loopback", "tls", "pillow", "redis"]
    assert all(examine.__doc__ for examine in doctor.EXAMINATIONS)
