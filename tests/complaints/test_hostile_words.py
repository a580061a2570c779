"""Whatever a seller writes, a package opens, obeys nothing, and shows what was hidden in it."""

import csv
import io
import json
import unicodedata
from dataclasses import replace
from pathlib import Path

import docx
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.complaints import Ground, Matter, channel, channels
from monitor.complaints.fonts import BUILT_IN, Font
from monitor.complaints.sheets import HIDDEN, clean, lines, sheet, visible, within
from monitor.packages import check_package, write_package
from tests.complaints.complaint_world import LINKS, draft, matter

NASTY = (
    "=HYPERLINK(\"http://evil.example\",\"x\")", "\t=1+1", "\u202egnp.exe", "<script>alert(1)</script>", "{seen}{asset}",
    "]]>&amp;<w:p/>", "a\u200bb\u2066c\u2069", "＝1", "-2+3", "@SUM(A1)", "%PDF-1.4", "e\u0301", "\U0001f469\u200d\U0001f4bb",
    "../../etc/passwd", "x" * 100_000, "\ufeff=1", "\U000e0041", "| a | b |", '","=1',
)  # fmt: skip
words = st.one_of(st.sampled_from(NASTY), st.text(max_size=60), st.text(st.characters(categories=["C", "Z", "M"])))


@pytest.fixture(autouse=True, scope="module")
def one_font():
    """What every reader of .pdf has, so that each example is fast."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("monitor.complaints.pdf.found_fonts", lambda: (Font(Path(BUILT_IN), 0),))
        yield


@settings(max_examples=60, deadline=None)
@given(name=st.sampled_from(sorted(channels())), title=words, seller=words, sentence=words, shop=words)
def test_any_words_make_a_package_that_opens(name: str, title: str, seller: str, sentence: str, shop: str) -> None:
    one = matter(1, url=LINKS.get(name, "").format(1))
    flag = replace(one.finding.flags[0], sentence=sentence)
    listing = replace(one.listing, title=title, seller_name=seller, seller_id=shop)
    made = draft(name, replace(one, listing=listing, finding=replace(one.finding, flags=(flag,))))
    way = channel(name)
    missing = way.missing(made)
    if any("a font of this machine" in text for text in missing):
        made = replace(made, values={**made.values, "pdf": "no"})
    for file, content in way.files(made).items():
        if file.endswith(".docx"):
            said = "\n".join(part.text for part in docx.Document(io.BytesIO(content)).paragraphs)
        elif file.endswith(".pdf"):
            assert pypdf.PdfReader(io.BytesIO(content)).pages
            continue
        else:
            said = content.decode("utf-8-sig")
        assert not HIDDEN.search(said.replace("\r\n", "\n")), file
        if file.endswith(".json"):
            json.loads(said)
        if file.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(said, newline="")))
            assert {len(row) for row in rows} == {len(rows[0])}
            assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in tuple("=+@＝＋＠")]


def test_links_are_neither_cut_nor_turned() -> None:
    url = "https://m.example/" + "a" * 1_900 + "\u202egnp"
    assert lines([url]) == ("https://m.example/" + "a" * 1_900 + "%E2%80%AEgnp\n").encode()
    assert visible("HTTPS://m.example/\ud800") == "HTTPS://m.example/%3F"
    assert visible("see https://m.example/\u202e") == "see https://m.example/[U+202E]"


def test_reasons_that_do_not_fit_are_counted() -> None:
    said = within((f"line {number}" for number in range(1_000)), 200)
    assert len(said) <= 200
    kept, last = said.split("\n")[:-1], said.split("\n")[-1]
    assert last == f"(and {1_000 - len(kept)} more)"
    assert within(["a", "b"], 200) == "a\nb"


def test_joiners_that_scripts_need_stay() -> None:
    assert clean("क्\u200dष می\u200cخواهم") == "क्\u200dष می\u200cخواهم"
    assert clean("x" * 1_000_000) == "x" * 4_000


@pytest.mark.parametrize("cell", ["=1", "+1+1", "@x", "-x", "\u200b=1", "\r=1", "＝1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    ((row,),) = [list(csv.DictReader(io.StringIO(sheet(["a"], [{"a": cell}]).decode("utf-8-sig"), newline="")))]
    assert row["a"][0] in "'["
    assert unicodedata.category(row["a"][0]) != "Cf"


def test_a_letter_goes_to_one_account_whatever_its_name() -> None:
    def named(case: int, account: str, name: str) -> Matter:
        one = matter(case)
        return replace(one, listing=replace(one.listing, seller_id=account, seller_name=name))

    letter = channel("letter")
    same = draft("letter", named(1, "s1", "Café"), named(2, "s1", unicodedata.normalize("NFD", "Café")))
    assert letter.missing(same) == []
    twins = draft("letter", named(1, "s1", "Café"), named(2, "s2", "Café"))
    assert any(text.startswith("seller (") for text in letter.missing(twins))


def test_a_package_of_hostile_names_is_whole(tmp_path: Path) -> None:
    made = draft("third_party", replace(matter(1), case=7), ground=Ground.TRADEMARK)
    write_package(tmp_path / "p", channel("third_party").files(made))
    assert check_package(tmp_path / "p") == []
