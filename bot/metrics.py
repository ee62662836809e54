"""`GET /metrics`: the figures of this process and the state of the queues, as Prometheus reads them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.figures import Durations, Figures
from domain.health import Traffic, Trouble

if TYPE_CHECKING:
    from prometheus_client.core import Metric

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand at this moment, beside what has been counted."""

    now: datetime
    traffic: Traffic
    updates_in_hand: int
    deliveries_in_hand: int
    waiting_for_turn: int
    is_messenger_well: bool
    last_backup: datetime | None
    errors: Mapping[str, int]


def exposition(figures: Figures, standing: Standing) -> bytes:
    """The whole page. The library is imported by who first asks for it."""
    from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest

    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Collected([*_counted(figures, standing), *_queues(standing), *_durations(figures)]))
    ProcessCollector(registry=registry)
    return generate_latest(registry)


class _Collected:
    """What the library takes for a collector."""

    def __init__(self, families: Iterable["Metric"]) -> None:
        self._families = families

    def collect(self) -> Iterable["Metric"]:
        return self._families


def _counted(figures: Figures, standing: Standing) -> Iterable["Metric"]:
    yield _counter("updates", "Updates that were worked on", ("kind", "outcome"), figures.updates)
    yield _counter("calls", "Calls to the messenger, each try for itself", ("method", "outcome"), figures.calls)
    yield _counter("messages", "Messages of the outbox that were closed", ("kind", "outcome"), figures.messages)
    yield _counter("turned_away", "Updates beyond a limit", ("limit",), _single(figures.turned_away))
    yield _counter("errors", "Lines of the log at error and above", ("event",), _single(standing.errors))


def _queues(standing: Standing) -> Iterable["Metric"]:
    outbox, ages = standing.traffic.outbox, standing.traffic
    states = {(state,): float(one.number) for state, one in outbox.items()}
    yield _gauge("outbox_messages", "Messages that are not sent yet, due or not", ("state",), states)
    waiting = {(one.value,): float(ages.of(one).number) for one in Trouble}
    yield _gauge("waiting", "What is due and not done: messages, updates, chores", ("what",), waiting)
    oldest = {(one.value,): _age(ages.of(one).since, standing.now) for one in Trouble}
    yield _gauge("waiting_seconds", "For how long the first of them has waited", ("what",), oldest)
    in_hand = {
        ("updates",): float(standing.updates_in_hand),
        ("deliveries",): float(standing.deliveries_in_hand),
        ("turns",): float(standing.waiting_for_turn),
    }
    yield _gauge("in_hand", "What this process works on; turns are calls that wait for the limits", ("what",), in_hand)
    yield _gauge("messenger_up", "Whether the messenger answers", (), {(): float(standing.is_messenger_well)})
    if standing.last_backup is not None:
        moment = standing.last_backup.timestamp()
        yield _gauge("last_backup_timestamp_seconds", "When the newest back-up was made", (), {(): moment})


def _durations(figures: Figures) -> Iterable["Metric"]:
    updates = {(): figures.update_seconds}
    yield _histogram("update_seconds", "From being kept until being done", (), updates)
    calls = {(method,): one for method, one in figures.call_seconds.items() if method != "getUpdates"}
    yield _histogram("call_seconds", "Calls to the messenger", ("method",), calls)


def _age(since: datetime | None, now: datetime) -> float:
    return max(0.0, (now - since).total_seconds()) if since is not None else 0.0


def _single(counted: Mapping[str, int]) -> Counter[tuple[str]]:
    return Counter({(name,): number for name, number in counted.items()})


def _counter(name: str, about: str, labels: tuple[str, ...], values: Mapping[Any, float]) -> "Metric":
    from prometheus_client.core import CounterMetricFamily

    family = CounterMetricFamily(f"roundtable_{name}", about, labels=labels)
    for key, number in values.items():
        family.add_metric(key, number)
    return family


def _gauge(name: str, about: str, labels: tuple[str, ...], values: Mapping[Any, float]) -> "Metric":
    from prometheus_client.core import GaugeMetricFamily

    family = GaugeMetricFamily(f"roundtable_{name}", about, labels=labels)
    for key, number in values.items():
        family.add_metric(key, number)
    return family


def _histogram(name: str, about: str, labels: tuple[str, ...], values: Mapping[Any, Durations]) -> "Metric":
    from prometheus_client.core import HistogramMetricFamily

    family = HistogramMetricFamily(f"roundtable_{name}", about, labels=labels)
    for key, durations in values.items():
        family.add_metric(key, durations.up_to(), durations.total)
    return family
