"""The files that `monitor init` writes."""
