"""`monitor new-marketplace`: a spider, its rules, and a test on a real page that fails until the page is read."""

import json
import keyword
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from monitor.errors import ConfigurationError, WorkFailedError

if TYPE_CHECKING:
    from monitor.pages import Page

NAME = re.compile(r"[a-z][a-z0-9_]{1,39}")
SPIDER = '''"""{host}: searches, sellers and products."""

from spiders.marketplace import MarketplaceSpider


class {label}Spider(MarketplaceSpider):
    """Crawls {host}; where its pages say what is in `monitor/pages/sites/{name}.py`."""

    name = "{name}"
    home = "{home}"
'''
RULES = '''"""{host}: what its pages say where."""

from monitor.pages.rules import Rules

RULES = Rules(
    hosts=["{host}"],
    # What one item's address is, and where its number stands in it:
    # address="/item/{{number}}", number=r"/item/(\\d+)",
    # Where searches and sellers are:
    # search="/search?q={{query}}&page={{page}}", shop="/shop/{{seller}}?page={{page}}",
    # Only what the reader gets wrong by itself, as CSS selectors (`a.seller@href` takes an attribute):
    # fields={{"price": ".now", "seller_name": ".seller a", "seller_url": ".seller a@href"}},
    # card=".result", card_fields={{"title": "h3", "url": "a@href", "price": ".price", "images": ("img@src",)}},
)
'''


@click.command(
    "new-marketplace",
    epilog="""\b
Examples:
  monitor new-marketplace chrono https://www.chrono.example/item/123
  monitor new-marketplace chrono https://chrono.example/item/123 \\
      --page saved.html""",
)
@click.argument("name")
@click.argument("url")
@click.option("--page", type=click.Path(path_type=Path), help="The page as a browser saved it; else it is fetched.")
@click.option("--contact", default="", help="Your address, for the site's operator to see in the user agent.")
def command(name: str, url: str, page: Path | None, contact: str) -> None:
    """Write the spider of a marketplace from one of its product pages, with a test that fails until all is read.

    Works in a checkout of the project. Fetches the page once, as robots.txt allows, or takes it from --page; writes
    the spider, its rules and the saved page, and says what was read of it and what was not.
    """
    from monitor.cli._one_page import fetch_page
    from monitor.cli._saved import read_saved
    from monitor.pages import host_of, read_page
    from monitor.pages.saved import what_is_read
    from monitor.pages.sites import rules_for

    root = _checkout()
    files = _files(root, name)
    host = host_of(url).partition(":")[0]
    if not host:
        raise ConfigurationError(f"{url[:200]}: this is no web address; give one such as https://shop.example/item/1")
    if rules_for(host):
        raise ConfigurationError(f"{host} has rules already, in monitor/pages/sites; mend those")
    try:
        body = read_saved(page) if page else fetch_page(url, contact)
    except ValueError as wrong:
        raise WorkFailedError(str(wrong)) from None
    read = read_page(body, url)
    said = what_is_read(read)
    parts = urlsplit(url)
    words = {"name": name, "host": host, "home": f"{parts.scheme}://{parts.netloc}/"}
    contents: tuple[str | bytes, ...] = (
        SPIDER.format(**words, label=_label(name)),
        RULES.format(**words),
        body,
        _sheet(url, str(read.kind), said),
    )
    for path, content in zip(files, contents, strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        click.echo(f"Wrote {path.relative_to(root)}")
    _say(read, said, name)


def _checkout() -> Path:
    import spiders

    root = Path(spiders.__path__[0]).resolve().parent
    if not (root / "scrapy.cfg").is_file() or not (root / "tests" / "spiders").is_dir():
        raise WorkFailedError(f"{root}: is no checkout of the project; clone it, and run the command there")
    return root


def _files(root: Path, name: str) -> tuple[Path, ...]:
    """The files to write; none of them may be there yet."""
    if not NAME.fullmatch(name) or keyword.iskeyword(name):
        raise ConfigurationError(
            f"{name[:40]!r} is no name for a spider; use small letters, digits and _, such as chrono"
        )
    saved = root / "tests" / "spiders" / "saved" / name
    files = (
        root / "spiders" / f"{name}.py",
        root / "monitor" / "pages" / "sites" / f"{name}.py",
        saved / "product.html",
        saved / "product.json",
    )
    taken = [path for path in files if path.exists()]
    if taken:
        raise ConfigurationError(f"{taken[0].relative_to(root)} is there already; choose another name, or mend it")
    return files


def _label(name: str) -> str:
    return "".join(part.title() for part in name.split("_"))


def _sheet(url: str, kind: str, read: Mapping[str, str | None]) -> str:
    """What the test compares: for each field what was read, to be put right by a person."""
    sheet = {"url": url, "checked": False, "kind": kind, "expected": dict(read)}
    return json.dumps(sheet, ensure_ascii=False, indent=2) + "\n"


def _say(page: "Page", read: Mapping[str, str | None], name: str) -> None:
    from monitor.cli._text import plain

    click.echo(f"\nThe page is of the kind {page.kind}: {page.why}.")
    sources = dict(page.listings[0].sources) if page.listings else {}
    for field, value in read.items():
        shown = plain(value)[:60] if value is not None else "- not read"
        click.echo(f"  {field:<14}{shown:<62}{plain(sources.get(field, '')) if value is not None else ''}".rstrip())
    click.echo(
        f"""
Next:
  1. Look at the page, and write into tests/spiders/saved/{name}/product.json what it says: the value of each field
     under "expected", null where the page says nothing; then "checked": true.
  2. python -m pytest tests/spiders/test_saved_pages.py -k {name}
     lists what is read otherwise, until the rules in monitor/pages/sites/{name}.py find it.
  3. scrapy crawl {name} -a url={page.url[:200]}"""
    )
