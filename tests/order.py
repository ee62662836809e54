"""Which test comes when: the long ones first, so that no process waits for another at the end."""

import os
from itertools import chain, groupby

import pytest


def long_ones_first(items: list[pytest.Item]) -> None:
    """pytest-xdist's "worksteal" gives each process an equal run of the tests, and only then evens out what is left.

    The tests of one file stay together, for what they share.
    """
    long = [item for item in items if item.get_closest_marker("long")]
    files = [list(run) for _, run in groupby(long, key=lambda item: item.path)]
    rest = [item for item in items if not item.get_closest_marker("long")]
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    ordered: list[pytest.Item] = []
    for worker in range(workers):
        own = list(chain.from_iterable(files[worker::workers]))
        share = max(0, (len(items) - len(ordered)) // (workers - worker) - len(own))
        ordered += own + rest[:share]
        del rest[:share]
    items[:] = ordered + rest
