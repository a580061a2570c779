"""`scrapy crawl` as Scrapy has it, with errors in one sentence and an exit code that tells how it went."""

import argparse
import asyncio
import logging
import sys
from typing import cast

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.exceptions import UsageError

from monitor.crawling.log import prepare
from monitor.crawling.session import Session
from monitor.errors import MonitorError


class Command(ScrapyCrawl):
    """Exit code 0 when all that was found is stored, 1 when the work failed, 2 when the call is wrong."""

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read the options."""
        super().process_options(args, opts)
        assert self.settings is not None
        prepare(self.settings["LOG_LEVEL"])

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawl with one spider, and wait for its end."""
        assert self.crawler_process
        if len(args) != 1:
            raise UsageError("give the name of one spider; scrapy list names them all")
        known = self.crawler_process.spider_loader.list()
        if args[0] not in known:
            return self._end(2, f"there is no spider {args[0]}; known are: {', '.join(sorted(known))}")
        crawler = self._create_crawler(args[0])
        crawl = cast("asyncio.Task[None]", self.crawler_process.crawl(crawler, **opts.spargs))
        self.crawler_process.start()
        failure = crawl.exception() if crawl.done() and not crawl.cancelled() else None
        if isinstance(failure, MonitorError):
            return self._end(failure.exit_code, str(failure))
        if failure is not None:
            logging.getLogger(__name__).error("The crawl broke", exc_info=failure)
            return self._end(1, f"the crawl broke: {type(failure).__name__}: {failure}")
        if not crawl.done() or Session.of(crawler).problem != "":
            self.exitcode = 1
        return None

    def _end(self, code: int, sentence: str) -> None:
        print(f"scrapy crawl: {sentence}", file=sys.stderr)
        self.exitcode = code
