"""What a capture says against a flag is quoted with its title, also where nobody can say that the goods are the same."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor.cli._captured_since import Captured
from monitor.evidence.seal import seal
from tests.complaints.test_complaint_command import (
    CARRIES,
    HERE,
    confirm,
    judged,  # noqa: F401
    run,  # noqa: F401
)

QUOTED = "'AURELIA Uhr original'"


@pytest.mark.parametrize(
    ("shows", "address", "other_seller", "told"),
    [
        ("listing", "same", "no", True),
        ("goods", "same", "no", True),
        ("goods", "https://elsewhere.example/2", "no", False),
        ("goods", "same", "yes", False),
    ],
)
def test_the_new_title_is_quoted(
    run, tmp_path: Path, shows: str, address: str, other_seller: str, *, told: bool  # noqa: F811
) -> None:  # fmt: skip
    case = confirm(run, "text_match")
    draft = ("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")
    submit = ("complaint", "submit", 1, "--reference", "R", "--by", "t")
    run(*draft)
    flags = [{"kind": kind, "rule": rule, "again": "NOT raised again"} for kind, rule in CARRIES]
    differs = {"title": {"crawled": "AURELIA replica", "captured": "AURELIA Uhr original"}}
    said = {"differs": differs, "flags": flags, "other_seller": other_seller}
    url = next(word for word in run("cases", "show", case)[1].split() if word.startswith("https://"))
    files = {
        "page.html": b"x",
        "crawl/comparison.json": json.dumps(said).encode(),
        "capture.json": json.dumps({"address": url if address == "same" else address}).encode(),
    }
    seal(tmp_path / "w" / "evidence", files, case=int(case), kind="capture", by="t", note="", shows=shows,
         at=datetime(2098, 5, 1, tzinfo=UTC))  # fmt: skip
    for call in (("complaint", "due"), submit, draft):
        code, words = run(*call)
        assert (QUOTED in words, "not raised again" in words.casefold()) == (told, told), words
        assert code == 2 or not (told and call == submit), words


WORDS, PRICE = ("text_match", "counterfeit_words"), ("low_price", "below_floor")


@pytest.mark.parametrize(
    ("lost", "not_raised", "told"),
    [
        ([WORDS], [WORDS], "; not raised again by the title that it had then: 'AURELIA Uhr'"),
        ([PRICE], [PRICE], "; its title then was 'AURELIA Uhr'"),
        ([WORDS, PRICE], [WORDS, PRICE], "; text_match not raised again by the title that it had then: 'AURELIA Uhr'"),
        ([WORDS], [PRICE], "; its title then was 'AURELIA Uhr'"),
    ],
)
def test_a_new_title_is_the_cause_of_lost_words_alone(
    lost: list[tuple[str, str]], not_raised: list[tuple[str, str]], told: str
) -> None:
    at = datetime(2026, 5, 4, tzinfo=UTC)
    assert Captured(at, frozenset(not_raised), other_seller=False, title="AURELIA Uhr").retitled(lost) == told
    assert Captured(at, frozenset(not_raised), other_seller=False).retitled(lost) == ""
