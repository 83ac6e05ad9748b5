"""A run is a task of the window's group, or is over at once; what goes wrong outside is a result."""

from __future__ import annotations

import asyncio

import pytest

from app.network import runners
from lessons.error import LessonError

PROBLEMS = [OSError("no port"), TimeoutError("too long"), LessonError(None, 0, "No such move.")]


class Order:
    """Something that can be run; `result` is what comes of it."""

    def __init__(self, result):
        self.result = result


@pytest.fixture(autouse=True)
def played(monkeypatch):
    async def play(order):
        await asyncio.sleep(0)
        if isinstance(order.result, Exception):
            raise order.result
        return order.result

    monkeypatch.setattr(runners, "play", play)


@pytest.mark.parametrize("result", ["a recording", *PROBLEMS], ids=repr)
def test_nobody_looks(result):
    heard = []
    runners.run_now(Order(result), heard.append)
    assert heard == [result]


async def run_as_task(result):
    heard, runs = [], set()
    async with asyncio.TaskGroup() as tasks:
        runners.run_in(tasks, runs, Order(result), heard.append)
        assert (len(runs), heard) == (1, [])
    return heard, runs


@pytest.mark.parametrize("result", ["a recording", *PROBLEMS], ids=repr)
def test_a_task_of_the_group(result):
    assert asyncio.run(run_as_task(result)) == ([result], set())


def test_a_mistake_of_the_program_is_no_result():
    with pytest.raises(ZeroDivisionError):
        runners.run_now(Order(ZeroDivisionError()), lambda _: None)
