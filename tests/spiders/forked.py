"""Crawls forked from a process that has imported what a crawl needs.

From then on it is `scrapy crawl` as from the shell, in a process of its own. Tests of the commands start real shells.
"""

import os
import resource
import sys
import warnings
from collections.abc import Mapping, Sequence

from tests.forked import Forked


class ForkedCrawl(Forked):
    """Used as a subprocess.Popen whose output and errors are one pipe of text."""

    def __init__(self, arguments: Sequence[str], environment: Mapping[str, str], largest_file: int = 0) -> None:
        """`largest_file` is the size in bytes that no file of the crawl can outgrow; 0 is no limit."""
        super().__init__(_scrapy, arguments, environment, largest_file)


def _scrapy(arguments: Sequence[str], environment: Mapping[str, str], largest_file: int) -> None:
    """In the new process: become the command."""
    os.environ.clear()
    os.environ.update(environment)
    warnings.resetwarnings()
    warnings.simplefilter("default")
    if largest_file:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))
    sys.argv = ["scrapy", *arguments]
    from scrapy.cmdline import execute

    execute()
