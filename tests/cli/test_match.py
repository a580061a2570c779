"""`monitor match`: which product each row offers."""

import csv
import io
import json
from pathlib import Path

import pytest

from benchmarks._kinds import KINDS, generate_kind
from monitor.brands import Product
from monitor.cli import _match_summary as summary
from monitor.cli._match_summary import Summary, kind_of
from monitor.products import Matcher, Outcome
from monitor.records import Listing
from tests.cli.running import Run


def test_each_row_gets_an_outcome_and_a_reason(run: Run, tmp_path: Path) -> None:
    run("init", "workspace")
    rows = [
        {"listing_id": "1", "title": "Aurelia Meridian 40 automatic watch MER40A"},
        {"listing_id": "2", "title": "Garden hose, 20 m"},
        {"listing_id": "3"},
    ]
    lines = [{"marketplace": "m", "url": f"https://m.example/{n}"} | row for n, row in enumerate(rows)]
    (tmp_path / "l.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    code, _, err = run("match", "l.jsonl", "--brand", "aurelia", "-o", "m.csv")
    assert code == 1
    assert "l.jsonl: line 3: title" in err
    with (tmp_path / "m.csv").open(encoding="utf-8-sig", newline="") as file:
        found = {row["listing_id"]: row for row in csv.DictReader(file)}
    assert list(found["1"]) == ["listing_id", "sku", "score", "outcome", "why"]
    assert (found["1"]["outcome"], found["2"]["outcome"], found["2"]["sku"]) == ("match", "none", "")
    assert found["1"]["sku"]
    assert found["1"]["why"]


def test_a_sheet_without_rows_is_told(run: Run, tmp_path: Path) -> None:
    run("init", "workspace")
    row = {"marketplace": "m", "url": "https://m.example/1", "title": "Aurelia watch", "price": "1"}
    (tmp_path / "l.jsonl").write_text(json.dumps(row), "utf-8")
    sheet, missing = tmp_path / "workspace/brands/aurelia/products.csv", "products.csv: has no row, so that no product"
    assert missing not in run("check", "l.jsonl", "-o", "f.csv")[2]
    sheet.write_text("sku,name,brand,model,gtin,pack_count,currency,list_price,floor_price\n", "utf-8")
    for name in ("prices.csv", "sellers.csv"):
        sheet.with_name(name).unlink()
    assert f"warning: workspace/brands/aurelia/{missing}" in " ".join(run("check", "l.jsonl", "-o", "f.csv")[2].split())
    code, _, err = run("match", "l.jsonl", "--brand", "aurelia", "-o", "m.csv")
    assert (code, missing in " ".join(err.split())) == (2, True), err
    sheet.unlink()
    assert "products.csv" not in run("check", "l.jsonl", "-o", "f.csv")[2]
    assert "no products.csv" in run("match", "l.jsonl", "--brand", "aurelia", "-o", "m.csv")[2]


def test_wrong_calls(run: Run, tmp_path: Path) -> None:
    run("init", "workspace")
    (tmp_path / "l.jsonl").write_text("", "utf-8")
    assert run("match", "l.jsonl", "-o", "m.csv")[0] == 2
    code, _, err = run("match", "l.jsonl", "--brand", "nobody", "-o", "m.csv")
    assert code == 2
    assert "nobody" in err
    (tmp_path / "workspace/brands/aurelia/products.csv").unlink()
    code, _, err = run("match", "l.jsonl", "--brand", "aurelia", "-o", "m.csv")
    assert code == 2
    assert "products.csv" in err


def test_without_a_file_the_rows_are_printed_and_the_end_says_what_to_do(run: Run, tmp_path: Path) -> None:
    run("init", "workspace")
    titles = [
        "Aurelia Meridian 40 automatic watch MER40A",
        "Aurelia Meridian watch",
        "Garden hose",
        "Meridian 40 watch",
    ]
    rows = [{"marketplace": "m", "url": f"https://m.example/{n}", "title": one} for n, one in enumerate(titles)]
    (tmp_path / "l.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    code, out, err = run("match", "l.jsonl", "--brand", "aurelia")
    assert code == 0, err
    printed = [row["outcome"] for row in csv.DictReader(io.StringIO(out.removeprefix("\ufeff")))]
    assert printed[0] == "match"
    counted = ", ".join(f"{printed.count(outcome)} {outcome}" for outcome in ("match", "review", "none"))
    assert err.splitlines()[0].endswith(f": {counted}")
    assert "review" in printed
    assert "Why a person should look, and what to do" in err
    assert "https://m.example/1" in err
    assert all(len(line) <= 80 for line in err.splitlines()), err


def test_what_there_is_to_do_hangs_on_the_product() -> None:
    why = "60% of the name's words agree"
    assert kind_of(why, Product(sku="A", name="A")) is summary.NO_NUMBER
    assert kind_of(why, Product(sku="A", name="A", gtin="4006381333931")) is summary.IN_PART
    assert kind_of("100% of the name's words agree", Product(sku="A", name="A", model="M1234")) is summary.WHOLE
    assert list(Summary([]).lines()) == []


WATCH = Product(sku="W", name="Aurelia Meridian 40 automatic watch", model="MER40A", gtin="4006381333931")
CATALOGUE = (
    WATCH,
    Product(sku="D1", name="Aurelia Dawn lamp", gtin="96385074"),
    Product(sku="D2", name="Aurelia Dusk lamp", gtin="96385074"),
    Product(sku="T1", name="Aurelia turntable, black", model="PS-LX350HB"),
    Product(sku="S1", name="Aurelia Night serum 30 ml"),
    Product(sku="R1", name="Aurelia Ray radio", model="RAY-2000"),
    Product(sku="R2", name="Aurelia Ray radio", model="RAY-3000"),
    Product(sku="K1", name="Aurelia Alba kettle 1.7 L", model="KTL-17X"),
    Product(sku="F1", name="Fit 7 fitness tracker", brand="Halvor"),
    Product(sku="O1", name="Aurelia Dengelamboss"),
)


@pytest.mark.parametrize(
    ("title", "more", "means"),
    [
        ("Aurelia Dawn lamp", {"gtin": "96385074"}, "several products bear one GTIN"),
        ("Garden hose", {"gtin": WATCH.gtin}, "the title does not fit"),
        ("Aurelia Ray radio", {}, "two products fit alike"),
        ("Aurelia Meridian 40 automatic watch MER40A repair service", {}, "a part, a paper, a repair"),
        ("Aurelia Meridian 40 automatic watch MER40A", {"brand": "Zenith"}, "another maker is named"),
        ("Aurelia Night serum 50 ml", {}, "size, number, colour, edition or generation differs"),
        ("Aurelia Night Intense serum 30 ml", {}, "a word of the title is not"),
        ("Fit 7 fitness tracker", {}, "the maker is not named"),
        ("Aurelia Meridian 40 automatic watch MER77X", {}, "another model number is named"),
        ("Aurelia turntable PS-LX350HX", {}, "a part of the model number agrees"),
        ("Aurelia Meridian 40 automatic watch MER40A strap", {}, "a word says that it may be an accessory"),
        ("Aurelia Meridian 40 automatic watch MER40A + Ray radio RAY-2000", {}, "a second model number is named"),
        ("Aurelia KTL-17X Untersetzer für Wasserkocher", {}, "a part, a paper, a repair"),
        ("Aurelia Dengelamboss Gartenprofi", {}, "the name is one word beside the mark, and the title says more"),
    ],
)
def test_each_kind_of_reason_is_known(title: str, more: dict[str, str], means: str) -> None:
    matcher = Matcher(CATALOGUE, marks=("Aurelia",))
    found = matcher.match(Listing(marketplace="m", url="https://m.example/1", title=title, **more))  # type: ignore[arg-type]
    assert found.outcome is Outcome.REVIEW, found
    assert means in kind_of(found.why, found.product).means, found.why


@pytest.mark.parametrize("kind", KINDS)
def test_a_review_by_words_alone_has_no_other_reason(kind: str) -> None:
    data = generate_kind(kind)
    matcher = Matcher(data.products)
    by_words = (summary.NO_NUMBER, summary.IN_PART, summary.WHOLE)
    for found in map(matcher.match, data.listings[:300]):
        if found.outcome is Outcome.REVIEW and kind_of(found.why, found.product) in by_words:
            assert found.why.endswith("of the name's words agree")
            assert ";" not in found.why, found.why


@pytest.mark.parametrize("word", ["set", "gebraucht", "verkaufe", "suche", "cherche", "lagerverkauf"])
def test_nobody_is_told_to_add_words_of_selling_to_a_name(word: str) -> None:
    why = f'model FJELL20 agrees; "{word}" is not in its name; 90% of the name\'s words agree'
    found = kind_of(why, Product(sku="A", name="A"))
    assert found is summary.NOT_THE_GOODS
    assert "add it to the name" not in found.do


def test_a_word_that_may_name_another_product_is_one_to_add() -> None:
    why = 'model FJELL20 agrees; "intense" is not in its name; 90% of the name\'s words agree'
    assert "add it to the name" in kind_of(why, Product(sku="A", name="A")).do
