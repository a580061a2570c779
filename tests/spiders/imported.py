"""What a crawl and a capture need, imported once. None of it reads a setting, starts a thread or chooses a reactor."""

import importlib
import os
import pkgutil
import sys

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
from monitor.marks.lexicon import lexicon

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
for name in MODULES:
    importlib.import_module(name)
lexicon()
assert "monitor.settings" not in sys.modules, "it reads the environment"
assert "twisted.internet.reactor" not in sys.modules, "it is chosen by the settings"
