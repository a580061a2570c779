"""`monitor check`: judge a file without crawling, and store it where asked."""

import csv
import gzip
import io
import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from monitor.cases import COLUMNS
from tests.cli.running import Run
from tests.workspaces import leave_words

ROOT = Path(__file__).parents[2]
STRANGER = {
    "marketplace": "shop.example",
    "listing_id": "7",
    "url": "https://shop.example/item/7",
    "title": "=AUR3LIA watch 1:1 replica \x1b[31mred",
    "price": "89.00",
    "currency": "EUR",
    "seller_id": "rogue",
    "seller_name": "Rogue",
    "observed_at": "2026-10-05T03:00:00Z",
}


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def write(path: Path, *rows: dict[str, object] | str) -> Path:
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows), "utf-8")
    return path


def test_flags_are_printed_as_the_flagged_listings_csv(run: Run, tmp_path: Path) -> None:
    run("init", "workspace")
    code, out, err = run("check", write(tmp_path / "l.jsonl", STRANGER), "--brand", "aurelia")
    assert code == 0, err
    assert out.startswith("\ufeff" + ",".join(COLUMNS))
    (row,) = rows_of(out)
    assert (row["brand"], row["status"], row["sightings"], row["case_id"]) == ("aurelia", "candidate", "1", "")
    assert set(row["flags"].split(" | ")) == {"text_match", "unauthorized_seller"}
    assert "words of counterfeiting" in row["reasons"]
    assert "is not on the seller list" in row["reasons"]
    assert row["title"].startswith("'="), "a spreadsheet would run it"
    assert "\x1b" not in out
    assert "1 observation judged against 1 brand: 1 flagged" in err


def test_a_bad_row_is_told_and_the_rest_run(run: Run, tmp_path: Path) -> None:
    run("init", "workspace")
    bad = STRANGER | {"price": "call us"}
    code, out, err = run("check", write(tmp_path / "l.jsonl", bad, STRANGER, "{broken"))
    assert code == 1
    assert len(rows_of(out)) == 1
    assert "l.jsonl: line 1: price" in err
    assert "l.jsonl: line 3: " in err
    assert "2 of 3 rows could not be read" in err


def test_every_bad_row_is_told(run: Run, tmp_path: Path) -> None:
    run("init", "workspace")
    _, _, err = run("check", write(tmp_path / "l.jsonl", *[STRANGER | {"price": "call us"}] * 60))
    assert err.count("price: 'call us'") == 1
    assert "60 rows (lines 1-60): price: 'call us'" in err


def test_times_that_cannot_be_are_bad_rows(run: Run, tmp_path: Path) -> None:
    run("init", "workspace")
    times = ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "0001-01-05")
    bad = [STRANGER | {"observed_at": time} for time in times]
    code, out, err = run("check", write(tmp_path / "l.jsonl", *bad, STRANGER))
    assert code == 1
    assert len(rows_of(out)) == 1
    assert err.count("is not a time of the years") == 3


def test_a_setting_that_is_no_number_is_told(run: Run, tmp_path: Path) -> None:
    run("init", "workspace")
    toml = tmp_path / "workspace/brands/aurelia/brand.toml"
    toml.write_text(toml.read_text("utf-8").replace("tolerance = 0.005", "tolerance = nan"), "utf-8")
    code, _, err = run("check", write(tmp_path / "l.jsonl", STRANGER))
    assert code == 2
    assert "tolerance" in err


def test_an_output_that_is_full_is_told_in_a_sentence(run: Run, tmp_path: Path) -> None:
    run("init", "workspace")
    write(tmp_path / "l.jsonl", STRANGER)
    call = [sys.executable, "-m", "monitor", "check", "l.jsonl"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            call,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "cannot be written" in done.stderr


def test_rows_of_one_listing_are_its_history_in_any_order_of_the_file(run: Run, tmp_path: Path) -> None:
    run("init", "workspace")
    offer = STRANGER | {
        "title": "Aurelia Meridian 40 automatic watch MER40A",
        "seller_id": "juwelier-brandt",
        "seller_name": "Juwelier Brandt",
    }
    days = [
        offer | {"price": price, "observed_at": f"2026-10-0{day}T03:00:00Z"}
        for day, price in enumerate(("1290", "1000", "1290", "1000", "1290"), 1)
    ]
    _, forwards, _ = run("check", write(tmp_path / "a.jsonl", *days))
    _, backwards, _ = run("check", write(tmp_path / "b.jsonl", *reversed(days)))
    assert forwards == backwards
    assert "unstable_price" in rows_of(forwards)[0]["flags"]
    assert "unstable_price" not in run("check", write(tmp_path / "c.jsonl", *days[:2]))[1]


def test_gzip_and_csv_say_the_same(run: Run, tmp_path: Path) -> None:
    run("init", "workspace")
    lines = write(tmp_path / "l.jsonl", STRANGER).read_bytes()
    (tmp_path / "l.jsonl.gz").write_bytes(gzip.compress(lines))
    with (tmp_path / "l.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, STRANGER)
        table.writeheader()
        table.writerow(STRANGER)
    said = [run("check", tmp_path / name)[1] for name in ("l.jsonl", "l.jsonl.gz", "l.csv")]
    assert said[0] == said[1] == said[2]
    assert len(rows_of(said[0])) == 1


def test_saved_twice_is_one_case(run: Run, tmp_path: Path) -> None:
    run("init", "workspace")
    first, again = STRANGER, STRANGER | {"observed_at": "2026-10-06T03:00:00Z"}
    run("check", write(tmp_path / "a.jsonl", first), "--save")
    run("check", tmp_path / "a.jsonl", "--save")
    run("check", write(tmp_path / "b.jsonl", again), "--save")
    (row,) = rows_of(run("cases", "export")[1])
    assert (row["case_id"], row["sightings"]) == ("1", "2")
    assert (row["first_seen"], row["last_seen"]) == ("2026-10-05T03:00:00+00:00", "2026-10-06T03:00:00+00:00")


def test_a_photo_beside_the_file_is_read_and_a_missing_one_is_counted(run: Run, tmp_path: Path) -> None:
    run("init", "workspace")
    leave_words(tmp_path / "workspace")
    (tmp_path / "own.jpg").write_bytes((tmp_path / "workspace/example-photos/listing-1004.jpg").read_bytes())
    (tmp_path / "no.jpg").write_bytes(b"<html>no picture</html>")
    offer = STRANGER | {"title": "A watch", "images": ["own.jpg", "no.jpg", "gone.jpg", "../../etc/passwd"]}
    _, out, err = run("check", write(tmp_path / "l.jsonl", offer))
    assert "photo_match" in rows_of(out)[0]["flags"]
    told = [line for line in err.splitlines() if "not judged: " in line and "photo" in line]
    assert len(told) >= 2
    (missing,) = (line for line in told if "no such file" in line)
    assert f"gone.jpg of {STRANGER['listing_id']}" in missing


def test_photos_parted_by_another_sign_are_told(run: Run, tmp_path: Path) -> None:
    run("init", "workspace")
    (tmp_path / "l.csv").write_text(
        "marketplace,url,title,images\n"
        'm.example,https://m.example/1,A watch,"a.jpg, b.jpg"\nm.example,https://m.example/2,A watch,c.jpg|d.jpg\n',
        "utf-8",
    )
    _, _, err = run("check", tmp_path / "l.csv")
    assert 'no such file; several photos of a row of CSV are parted by "|" (a.jpg, b.jpg of https://m.example/1)' in err
    assert "2 photos not judged: no such file (c.jpg of https://m.example/2, d.jpg of https://m.example/2)" in err


def test_a_photo_that_several_listings_lack_is_told_with_each(run: Run, tmp_path: Path) -> None:
    run("init", "workspace")
    rows = [f"m.example,https://m.example/{number},A watch,a.jpg\n" for number in range(1, 5)]
    (tmp_path / "l.csv").write_text("marketplace,url,title,images\n" + "".join(rows[:2]), "utf-8")
    told = "photos not judged: no such file (a.jpg of https://m.example/1, a.jpg of https://m.example/2"
    assert f"2 {told})" in run("check", tmp_path / "l.csv")[2]
    (tmp_path / "l.csv").write_text("marketplace,url,title,images\n" + "".join(rows), "utf-8")
    assert f"4 {told}, a.jpg of https://m.example/3 and more)" in run("check", tmp_path / "l.csv")[2]
    (tmp_path / "l.csv").write_text("marketplace,url,title,images\n" + "".join(rows[:2] * 3), "utf-8")
    assert f"2 {told})" in run("check", tmp_path / "l.csv")[2]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("check", "gone.jsonl"), "gone.jsonl"),
        (("check", "l.jsonl", "--brand", "nobody"), "nobody"),
        (("check", "l.jsonl", "--workspace", "elsewhere"), "monitor init"),
        (("check",), "LISTINGS"),
    ],
)
def test_a_wrong_call_exits_2_and_says_what_to_do(
    arguments: tuple[str, ...], says: str, run: Run, tmp_path: Path
) -> None:
    run("init", "workspace")
    write(tmp_path / "l.jsonl", STRANGER)
    code, _, err = run(*arguments)
    assert code == 2
    assert says in err


def test_on_a_terminal_it_can_be_read(run: Run, tmp_path: Path) -> None:
    run("init", "workspace")
    leave_words(tmp_path / "workspace")
    ours, theirs = os.openpty()
    call = [sys.executable, "-m", "monitor", "check", "workspace/example-listings.jsonl"]
    done = subprocess.Popen(
        call, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=theirs, stderr=subprocess.PIPE
    )
    os.close(theirs)
    said = b""
    with suppress(OSError):  # the end of a terminal
        while more := os.read(ours, 65_536):
            said += more
    os.close(ours)
    _, err = done.communicate()
    assert done.returncode == 0, err
    text = said.decode()
    assert " 94 urgent     AUR3LIA watch 1:1 replica" in text
    assert "luxdeal77, 89.00 EUR" in text
    assert "AURELIA Flagship Store (aurelia-flagship-store), 640.00 EUR" in text
    assert text.count("- The ") > 6
    assert "case_id" not in text
