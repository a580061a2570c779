"""What is kept: observations, price points, flags, cases and runs, in any database that SQLAlchemy speaks to."""

from monitor.store.queries import Case, CaseFilter, Seen
from monitor.store.store import Store, open_store
from monitor.store.writing import Event, Stored

__all__ = ["Case", "CaseFilter", "Event", "Seen", "Store", "Stored", "open_store"]
