"""What the tests of the store do in processes of their own."""

import sys

from monitor.store import Store
from tests.store.store_world import inspector, looked, seen


def write_days(url: str, shop: str) -> None:
    """Store batch after batch, and print the number of each observation that is stored."""
    judge = inspector()
    with Store(url) as store:
        for day in range(1000):
            batch = looked(judge, *(seen(f"{shop}-{n}", seller="rogue", day=day, photos=1) for n in range(20)))
            for stored in store.write(batch, judge):
                print(stored.observation_id, flush=False)
            sys.stdout.flush()


def count(url: str) -> None:
    """Open a database, which makes its tables where there are none, and print what it holds."""
    print(Store(url).count_observations())
