"""What a crawl and a capture need, imported once. None of it reads a setting, starts a thread or chooses a reactor.

A page is read and a listing judged, too: patterns are compiled when they are first used, which takes long beside a short crawl.
"""

import gc
import importlib
import os
import pkgutil
import sys
from datetime import UTC, datetime

import scrapy.commands
from scrapy.settings.default_settings import (
    DOWNLOADER_MIDDLEWARES_BASE,
    EXTENSIONS_BASE,
    SPIDER_MIDDLEWARES_BASE,
)

import detectors
import monitor.crawling
import monitor.crawling.commands
import monitor.pages.sites
import pipelines
import spiders
from monitor.brands import Brand, Trademark
from monitor.inspection import Inspector
from monitor.marks.lexicon import lexicon
from monitor.pages import read_page
from monitor.records import History, Listing, Observation

FOLDERS = (
    detectors, monitor.crawling, monitor.crawling.commands, monitor.pages.sites, pipelines, scrapy.commands, spiders,
)  # fmt: skip
PARTS = (*DOWNLOADER_MIDDLEWARES_BASE, *EXTENSIONS_BASE, *SPIDER_MIDDLEWARES_BASE)
MODULES = (
    "alembic.command", "monitor.cli._waiting_captures", "monitor.cli.check", "monitor.evidence.capture",
    "onnxruntime", "protego", "rapidocr", "scrapy.cmdline", "scrapy.core.downloader.handlers.http11",
    "scrapy.core.engine", "scrapy.pqueues", "scrapy.squeues",
    *(part.rpartition(".")[0] for part in PARTS),
    *(module.name for one in FOLDERS for module in pkgutil.iter_modules(one.__path__, f"{one.__name__}.")),
)  # fmt: skip

os.environ |= {"OPENBLAS_NUM_THREADS": "1", "OPENCV_FOR_THREADS_NUM": "1"}  # as monitor.settings has it
gc.disable()  # nothing of this is ever garbage, and no process forked from here looks through it again
for name in MODULES:
    importlib.import_module(name)
lexicon()
BRAND = Brand(slug="aurelia", name="Aurelia", trademarks=(Trademark(text="AURELIA"),))
LISTING = Listing(
    marketplace="m", listing_id="1", url="https://m.example/1", title="Aurelia watch replica 1:1",
    seller_id="s", seller_name="Corner Shop",
)  # fmt: skip
read_page(b"<h1>Aurelia lamp, black</h1><p>12 EUR</p><a href='/seller/1'>Corner Shop</a>", LISTING.url)
Inspector((BRAND,)).inspect(Observation(listing=LISTING, observed_at=datetime.now(UTC)), lambda _brand, _sku: History())
assert "monitor.settings" not in sys.modules, "it reads the environment"
assert "twisted.internet.reactor" not in sys.modules, "it is chosen by the settings"
gc.freeze()
gc.enable()
