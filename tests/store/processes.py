"""What the tests of the store do in processes of their own."""

import sys
import zlib
from datetime import date
from pathlib import Path

from monitor.sellers import Account, Split
from monitor.store import Store
from monitor.store.sellers import add_split, decide
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


def decide_sellers(folder: str, person: str, count: int) -> None:
    """Deny seller after seller in a dossier, and print each that is denied."""
    for number in range(count):
        seller = f"{person}-{number}"
        at = f"2026-05-04T10:00:{number:02}.{zlib.crc32(seller.encode()) % 10**6:06}+00:00"
        cells = {"marketplace": "shop.example", "seller_id": seller, "status": "denied"}
        decide(Path(folder) / "sellers.csv", cells | {"decided_by": person, "decided_at": at}, date(2026, 5, 4))
        print(seller, flush=True)


def split_sellers(folder: str, person: str, count: int) -> None:
    """Split pair after pair of accounts in a workspace, and print the second of each that is split."""
    for number in range(count):
        seller = f"{person}-{number}"
        pair = Split(Account("shop.example", "one"), Account("shop.example", seller))
        add_split(Path(folder), pair, person, "2026-05-04T10:00:00+00:00", "two people")
        print(seller, flush=True)
