"""`python -m monitor`, the same as the installed `monitor` command."""

import gc

from monitor.cli import main as call

YOUNG = 20_000
"""So many new objects are looked through for garbage at once: most of what a command makes when it starts stays."""


def main() -> None:
    """Run the command that the command line names, and end the process with its exit code."""
    gc.set_threshold(YOUNG)
    call()


if __name__ == "__main__":
    main()
