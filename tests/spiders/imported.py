"""What a crawl needs, imported once. None of it reads a setting, starts a thread or chooses a reactor."""

import importlib
import os
import pkgutil

import detectors
import spiders

MODULES = (
    "alembic.command",
    "monitor.crawling.browser",
    "monitor.crawling.session",
    "pipelines",
    "scrapy.cmdline",
    "scrapy.commands.crawl",
    "scrapy.core.engine",
    *(
        found.name
        for folder in (detectors, spiders)
        for found in pkgutil.iter_modules(folder.__path__, f"{folder.__name__}.")
    ),
)

os.environ |= {"OPENBLAS_NUM_THREADS": "1", "OPENCV_FOR_THREADS_NUM": "1"}  # as monitor.settings has it
for module in MODULES:
    importlib.import_module(module)
