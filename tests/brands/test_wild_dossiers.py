"""Whatever stands in the files, a dossier is read or refused in words, never broken by it."""

import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from monitor.brands.loader import load_brand
from monitor.errors import ConfigurationError
from monitor.workspace import load_workspace, schedule_problem
from tests.brands.dossiers import FILES, write

TARGETS = '[[target]]\nname = "a"\nargs = { url = "x", n = 1 }\nschedule = "0 3 * * *"\nbrands = ["aurelia"]\n'
SETTINGS = 'database = "sqlite:///m.db"\nevidence = "e"\n[politeness]\ndelay = 1\n[network]\nprivate_hosts = ["a:1"]\n'
SIGNS = st.text(alphabet=st.sampled_from("ab1-0.,;|\"'\\=[]{}#\n\r\t \0\x1f\ufeff€ä\u202e/:@%?*+_eE"), max_size=30)
WILD = st.one_of(
    SIGNS.map(str.encode),
    st.text(max_size=40).map(lambda text: text.encode("utf-8", "replace")),
    st.binary(max_size=40),
)


def spoilt(name: str) -> st.SearchStrategy[tuple[str, bytes]]:
    """A file of the sound dossier with a stretch of it replaced, now and then as a whole."""
    text = FILES.get(name) or {"targets.toml": TARGETS, "monitor.toml": SETTINGS}[name]
    content = text.encode() if isinstance(text, str) else text
    places = st.tuples(st.integers(0, len(content)), st.integers(0, 12) | st.just(len(content)))
    return st.builds(lambda at, new: (name, content[: at[0]] + new + content[at[0] + at[1] :]), places, WILD)


def refused_in_words(wrong: ConfigurationError) -> None:
    lines = str(wrong).splitlines()
    assert 1 <= len(lines) <= 21
    assert all(len(line) < 2_000 for line in lines)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(["brand.toml", "products.csv", "prices.csv", "sellers.csv"]).flatmap(spoilt))
@example(("brand.toml", b'name = "A"\n[[trademark]]\ntext = "A"\nlogo = "\\u0000"\ncertificate = "\xc2\xa0"'))
@example(("brand.toml", b"\xef\xbb\xbf[[trademark]]\n'a\\nb' = 1\n\"\\u2028\" = 2"))
@example(("brand.toml", b"name = 1979-05-27T07:32:00.999999-07:00\ntrademark = [[], {}]\ndetectors = []"))
@example(("products.csv", b"sku,name\n\x00,\x00\n"))
@example(("sellers.csv", b"seller_id,status,valid_from\ns,denied,0000-00-00\ns,denied,9999-12-31\n"))
def test_a_dossier_is_read_or_refused(file: tuple[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            brand = load_brand(write(Path(folder, "aurelia"), {**FILES, file[0]: file[1]}))
        except ConfigurationError as wrong:
            refused_in_words(wrong)
        else:
            assert brand.name
            assert all(mark.text or mark.logo for mark in brand.trademarks)
            assert {name for product in brand.products for name in product.photos} <= {p.name for p in brand.photos}


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["monitor.toml", "targets.toml"]).flatmap(spoilt))
@example(("targets.toml", b"[[target]]\nname = 'a'\nargs = { a = 0x" + b"f" * 9000 + b" }"))
@example(("targets.toml", b"[[target]]\nname = 'a'\nbrands = ['" + b"a/" * 400 + b"']"))
@example(("monitor.toml", b"database = 'sqlite:///\\u0000'"))
@example(("monitor.toml", b"[network]\nprivate_hosts = ['[', ']:1', '//', '\xef\xbc\x8e', '[::1%25eth0]']"))
def test_a_workspace_is_read_or_refused(file: tuple[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write(
            Path(folder), {"monitor.toml": SETTINGS, "targets.toml": TARGETS, "brands/aurelia/x": "", file[0]: file[1]}
        )
        try:
            workspace = load_workspace(path)
        except ConfigurationError as wrong:
            refused_in_words(wrong)
        else:
            assert "://" in workspace.database
            assert all(target.name and target.spider for target in workspace.targets)


CRON = st.lists(st.text(alphabet="0123456789*/,-#?LWRHlwrhjanfebmon@()", max_size=9), max_size=7).map(" ".join)


@settings(max_examples=800, deadline=None)
@given(CRON | st.text(max_size=30))
@example("@")
@example("0 0 0 0 0")
@example("* * * * 8#9")
@example("* * */99999999999999999999 * *")
@example("0 0 29 2 1#5")
@example("\u0663 3 * * *")
def test_a_schedule_is_accepted_or_refused(schedule: str) -> None:
    assert schedule_problem(schedule).isprintable()
