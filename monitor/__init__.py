"""The marketplace monitor: listings in, explained candidate cases out."""

__version__ = "0.1.0"
