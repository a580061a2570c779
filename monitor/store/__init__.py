"""What is kept: observations, price points, flags, cases and runs, in SQLite or any database that SQLAlchemy knows."""

from monitor.store.casework import Event
from monitor.store.coverage import Checkup
from monitor.store.queries import Case, CaseFile, CaseFilter, Price, Sighting
from monitor.store.reading import Seen
from monitor.store.runs import Run
from monitor.store.store import Store, open_store
from monitor.store.writing import Stored

__all__ = [
    "Case",
    "CaseFile",
    "CaseFilter",
    "Checkup",
    "Event",
    "Price",
    "Run",
    "Seen",
    "Sighting",
    "Store",
    "Stored",
    "open_store",
]
