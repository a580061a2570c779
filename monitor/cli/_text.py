"""Text from pages for a terminal: on one line, without what a terminal would obey."""

from monitor.records.cells import plain

__all__ = ["plain"]
