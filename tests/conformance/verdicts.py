"""What the Autobahn Testsuite found: its `index.json` read, counted, and told as a table.

The suite gives every case two verdicts. `behavior` judges what was said (messages, pongs, when the connection was
failed), `behaviorClose` how the connection ended (who closed, with which code, cleanly or not). A case stands only if
both do.

    OK              as RFC 6455 or RFC 7692 asks
    INFORMATIONAL   the RFC leaves it open; the suite only writes down what was done
    NON-STRICT      allowed, but not what a SHOULD asks or what serves the peer best
    FAILED          a MUST was broken, or the case was not over in its time
    UNIMPLEMENTED   the case asks for something that was refused, such as compression
    WRONG CODE      closing only: the close code is not one that the case expects
    UNCLEAN         closing only: TCP ended without the closing handshake that was due
    FAILED BY CLIENT   closing only: the client had to end TCP, which is the server's to do (section 7.1.1)
    NOT RUN         not the suite's word: the case was asked for and has no result
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

GOOD = frozenset({"OK", "INFORMATIONAL"})
NOT_RUN = "NOT RUN"
BEHAVIORS = ("OK", "NON-STRICT", "INFORMATIONAL", "FAILED", "UNIMPLEMENTED", NOT_RUN)
"""The columns of the table, in the order of the suite's own report."""


class Verdict(NamedTuple):
    """What the suite says of one case; `duration` in milliseconds, `code` is the close code that we sent, if any."""

    case: str
    behavior: str
    close: str
    code: int | None = None
    duration: int = 0

    @property
    def good(self) -> bool:
        """Whether nothing has to be mended."""
        return self.behavior in GOOD and self.close in GOOD


class Suite(NamedTuple):
    """What ran: versions, every case in order, and the title of each group of cases by its number."""

    version: str
    autobahn: str
    python: str
    cases: tuple[str, ...]
    titles: dict[str, str]


def place(case: str) -> tuple[int, ...]:
    """Where a case stands: "6.4.10" after "6.4.9"."""
    return tuple(int(part) for part in case.split("."))


def read_index(text: str, agent: str) -> dict[str, Verdict]:
    """The verdicts on `agent` by case, from the text of an `index.json`. ValueError if it is none."""
    try:
        cases = json.loads(text).get(agent, {})
        return {
            case: Verdict(case, found["behavior"], found["behaviorClose"], found["remoteCloseCode"], found["duration"])
            for case, found in cases.items()
        }
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"this is not the index.json of the Autobahn Testsuite: {error!r}") from error


def complete(asked: Iterable[str], found: dict[str, Verdict]) -> list[Verdict]:
    """One verdict for each case that was asked for, in order: a case that is silently missing would look fine."""
    return [found.get(case, Verdict(case, NOT_RUN, NOT_RUN)) for case in sorted(asked, key=place)]


def shares(cases: Sequence[str], jobs: int) -> list[list[str]]:
    """The cases dealt out like cards. Long cases stand side by side (9.1.1 to 9.1.6), so each share gets its part."""
    return [dealt for dealt in (list(cases[job::jobs]) for job in range(jobs)) if dealt]


def counts(verdicts: Iterable[Verdict]) -> str:
    """ "514 OK, 3 INFORMATIONAL; closing: 517 OK"."""
    verdicts = list(verdicts)
    closing = Counter(verdict.close for verdict in verdicts)
    behaviors = Counter(verdict.behavior for verdict in verdicts)
    return f"{_told(behaviors)}; closing: {_told(closing)}"


def remarkable(verdicts: Iterable[Verdict]) -> list[str]:
    """A line for each case that is not OK in both ways."""
    lines = []
    for verdict in verdicts:
        if (verdict.behavior, verdict.close) == (NOT_RUN, NOT_RUN):
            lines.append(f"{verdict.case}: {NOT_RUN}")
        elif (verdict.behavior, verdict.close) != ("OK", "OK"):
            code = "no close code" if verdict.code is None else f"close code {verdict.code}"
            lines.append(f"{verdict.case}: {verdict.behavior}, closing {verdict.close}, {code}")
    return lines


def section(heading: str, versions: str, verdicts: Sequence[Verdict], titles: dict[str, str]) -> str:
    """The Markdown of one run: what ran, the table by group of cases, then every case that is not OK."""
    groups: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        groups.setdefault(verdict.case.partition(".")[0], []).append(verdict)
    rows = [_row(f"{number} {titles.get(number, '')}".strip(), group) for number, group in groups.items()]
    rows.append(_row("**all**", verdicts))
    head = ("cases", "number", *BEHAVIORS, "closing OK")
    lines = [
        f"## {heading}",
        "",
        versions,
        "",
        "| " + " | ".join(head) + " |",
        "| --- |" + " ---: |" * (len(head) - 1),
        *rows,
        "",
        *(f"- {line}" for line in remarkable(verdicts) or ["Every case is OK."]),
    ]
    return "\n".join(lines) + "\n"


def join_sections(old: str, new: dict[str, str], head: str) -> str:
    """The whole results file: `head`, then a section for each heading; those of `old` stay unless a new one comes."""
    kept = {part.partition("\n")[0]: f"## {part}" for part in old.split("\n## ")[1:]}
    sections = {**kept, **new}
    return "\n".join([head.rstrip() + "\n", *(sections[heading].rstrip() + "\n" for heading in sorted(sections))])


def _row(name: str, group: Sequence[Verdict]) -> str:
    behaviors = Counter(verdict.behavior for verdict in group)
    closed = sum(verdict.close in GOOD for verdict in group)
    return "| " + " | ".join([name, *map(str, [len(group), *(behaviors[word] for word in BEHAVIORS), closed])]) + " |"


def _told(found: Counter[str]) -> str:
    return ", ".join(f"{number} {word}" for word, number in found.most_common())
