"""What all tests share."""

import gc
import os
import sys
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

# Compiled modules are kept, whatever the environment says: else each of hundreds of processes compiles them anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# No test is timed, as machines differ; and a run says the same each time. To look for more: --hypothesis-profile=search
settings.register_profile("suite", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2_000)
settings.load_profile("suite")

ROOT = Path(__file__).parents[1]
YOUNG = 20_000
"""So many new objects are looked through for garbage at once: by fewer it is done too often beside so much that stays."""
BEGIN_WITH = (
    "cli/test_demo.py", "evidence/test_capture.py", "products/test_one_maker.py", "store/test_store_concurrency.py",
    "complaints/test_complaint_command.py", "spiders/test_browser_limits.py", "cli/test_sellers.py",
    "crawling/test_photo_reading.py", "spiders/test_unchanged_pages.py", "complaints/test_sealed_words.py",
    "spiders/test_marketplaces.py", "spiders/test_api_crawls.py", "spiders/test_interrupted_crawl.py",
    "house/test_readme.py", "complaints/test_demo_drafts.py", "store/test_store_cases.py", "cli/test_crawl.py",
    "cli/test_photos_now.py", "spiders/test_good_guest.py", "marketplaces/test_wild_json.py",
    "products/test_real_titles.py", "spiders/test_odd_photos.py", "cli/test_new_marketplace.py", "cli/test_check.py",
    "images/test_words.py", "spiders/test_hostile_site.py", "brands/test_contradictions.py", "marks/test_wild_text.py",
    "store/test_store_history.py", "images/test_logos.py", "detectors/test_counterfeiting.py",
    "complaints/test_taken_back.py", "products/test_bad_input.py",
    "detectors/test_posing.py", "spiders/test_real_pages.py", "evidence/test_capture_kills.py",
)  # fmt: skip
"""The files that take longest, so that no process is left with one of them at the end."""


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Collect without a look for garbage: of what is imported and collected none is, and later looks pass over it."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(YOUNG)
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put those first; within a file the order stays."""
    ranks = {ROOT / "tests" / name: rank for rank, name in enumerate(BEGIN_WITH)}
    items.sort(key=lambda item: ranks.get(item.path, len(ranks)))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data beside the checkout; the test is skipped where it is absent."""
    folder = ROOT.parent / "shared"
    if not (folder / "data").is_dir():
        pytest.skip("needs the real data in ../shared, which is not on this machine")
    return folder
