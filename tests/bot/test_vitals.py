"""/healthz and /metrics: on an address of their own, from the first moment, with figures that count."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.settings import Health
from bot.vitals import SILENCE, Signs, Vitals
from sandbox.trouble import Rule
from tests.bot.conftest import Town, cancelled_event, eventually
from tests.chat.conftest import town_of
from tests.chat.talk import says

PATHS = ("/healthz", "/healthz/alive", "/healthz/ready")


async def _get(address: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(address) as response:
        return response.status, await response.text()


async def _statuses(port: int) -> list[int]:
    return [(await _get(f"http://127.0.0.1:{port}{path}"))[0] for path in PATHS]


class Patient:
    """Signs that the test sets."""

    def __init__(self) -> None:
        self.silence = 0.0
        self.at_work = False
        self.fault: Exception | None = None

    async def ping(self) -> None:
        if self.fault is not None:
            raise self.fault

    async def metrics(self) -> bytes:
        return b""

    def signs(self) -> Signs:
        return Signs(lambda: self.silence, lambda: self.at_work, self.ping, self.metrics)


async def test_alive_and_ready_are_told_apart(unused_tcp_port: int) -> None:
    patient = Patient()
    vitals = Vitals(Health(port=unused_tcp_port), patient.signs())
    await vitals.start()
    assert await _statuses(unused_tcp_port) == [503, 200, 503]  # it starts
    patient.at_work = True
    assert await _statuses(unused_tcp_port) == [200, 200, 200]
    patient.fault = OSError("the database is gone")
    assert await _statuses(unused_tcp_port) == [503, 200, 503]
    patient.fault, patient.silence = None, SILENCE
    assert await _statuses(unused_tcp_port) == [503, 503, 503]
    await vitals.stop()


async def test_without_a_port_nothing_is_served() -> None:
    vitals = Vitals(Health(), Patient().signs())
    await vitals.start()
    assert vitals._runner is None
    await vitals.stop()


@pytest.fixture
async def served(tmp_path: Path, unused_tcp_port: int) -> AsyncIterator[tuple[Town, str]]:
    async with town_of(tmp_path, health={"port": unused_tcp_port}) as town:
        yield town, f"http://127.0.0.1:{unused_tcp_port}"


async def test_the_figures_say_what_has_happened(served: tuple[Town, str]) -> None:
    town, address = served
    await says(town, town.anna, "/help")
    town.box.trouble.rules.append(Rule("429", "sendMessage", times=1))
    await cancelled_event(town, 2)
    await eventually(lambda: _closed(town, 2))
    await town.app.backups.make(town.now())
    assert (await _get(f"{address}/healthz"))[0] == 200
    found = _figures((await _get(f"{address}/metrics"))[1])
    assert found["roundtable_updates_total", "message", "done"] == 1
    assert found["roundtable_update_seconds_count",] == 1
    assert found["roundtable_calls_total", "sendMessage", "429"] == 1
    assert found["roundtable_messages_total", "cancelled", "sent"] == 2
    assert found["roundtable_outbox_messages", "sending"] == 0
    assert found["roundtable_waiting", "updates"] == found["roundtable_in_hand", "turns"] == 0
    assert found["roundtable_last_backup_timestamp_seconds",] == pytest.approx(town.now().timestamp(), abs=60)
    assert found["process_resident_memory_bytes",] > 10**7
    await asyncio.sleep(0)


def _figures(page: str) -> dict[tuple[str, ...], float]:
    """By name and labels' values, without the classes of durations."""
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(page)
        for sample in family.samples
        if not sample.name.endswith("_bucket")
    }


async def _closed(town: Town, number: int) -> bool:
    return town.app.figures.messages["cancelled", "sent"] == number
