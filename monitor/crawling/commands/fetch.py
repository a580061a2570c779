"""`scrapy fetch` as Scrapy has it, in a workspace."""

import argparse

from scrapy.commands.fetch import Command as Scrapys

from monitor.crawling.log import prepare
from monitor.crawling.workspace_check import exit_code


class Command(Scrapys):
    """The command, which says in one sentence where there is no workspace."""

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Keep housekeeping out of the log."""
        super().process_options(args, opts)
        prepare()

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Look for the workspace first."""
        self.exitcode = exit_code("fetch", self.settings)
        if not self.exitcode:
            super().run(args, opts)
