"""Alibaba's platform: by site, right, reason and order; links by the three hundred; stores; two languages; a checklist."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from monitor.complaints import Draft, Ground, Matter, Purchase, Right, channel
from monitor.complaints.drafting import complete, compose
from monitor.complaints.grouping import split
from monitor.complaints.rights import Register
from monitor.errors import ConfigurationError, WorkFailedError
from monitor.records import Evidence, Flag
from tests.complaints.complaint_world import BOUGHT, DAY, MARK, PURCHASE, WHO, draft, matter

WAY = channel("alibaba_ipp")
LOGO = replace(MARK, name="Kranich", registration="777", also=("鹤",))
PHOTOS = Right(kind="copyright", name="product photos", file="rights/photos.pdf")
STORE = {"complaint_reason": "x", "complaint_type": "Store front", "store": "https://s1.taobao.com/"}
TMALL = "https://detail.tmall.com/item.htm?id={}"


def register(*rights: Right) -> Register:
    return Register(rights=rights or (MARK,), complainant=WHO, folder=Path())


def of_mark(case: int, mark: str, rule: str = "disguise", url: str = "") -> Matter:
    one = matter(case, url=url)
    flag = Flag(
        kind="text_match", brand="aurelia", severity=60, rule=rule, sentence=f"It shows {mark}.",
        evidence=(Evidence(field="title", observed="x", asset=mark),),
    )  # fmt: skip
    return replace(one, finding=replace(one.finding, flags=(flag,)))


def cases(lots: list[list[Matter]]) -> list[list[int]]:
    return [[one.case for one in lot] for lot in lots]


def test_cases_are_split_by_site_right_ground_order_and_limit() -> None:
    buys = [Purchase(case=5, order="A"), Purchase(case=6, order="B")]
    every = [
        of_mark(1, "AURELIA"), of_mark(2, "aurelia"), of_mark(3, "鹤"), of_mark(4, "AURELIA", url=TMALL.format(4)),
        of_mark(5, "AURELIA"), of_mark(6, "AURELIA"), matter(7, ("photo_match", "own_photo")),
    ]  # fmt: skip
    lots = split(WAY, every, register(MARK, LOGO, PHOTOS), "", buys)
    assert cases(lots) == [[1, 2], [3], [4], [5], [6], [7]]
    for lot in lots:
        own = [buy for buy in buys if buy.case in {one.case for one in lot}]
        made = compose(WAY, lot, register(MARK, LOGO, PHOTOS), brand="A", today=DAY, test_buys=own)
        assert len(made.rights) == 1
        assert not [text for text in WAY.missing(made) if "one right" in text or "one site" in text]
    many = split(WAY, [of_mark(n, "AURELIA") for n in range(1, 602)], register(), "", [])
    assert [len(lot) for lot in many] == [300, 300, 1]


def test_one_right_is_chosen_or_asked_for() -> None:
    both = [of_mark(1, "AURELIA"), of_mark(2, "鹤")]
    made = compose(WAY, both, register(MARK, LOGO), brand="A", today=DAY)
    assert any("one right a complaint" in text and "--right" in text for text in WAY.missing(made))
    with pytest.raises(ConfigurationError, match="--right 777: case 1 shows AURELIA, and not that one"):
        compose(WAY, both, register(MARK, LOGO), brand="A", today=DAY, right="777")
    one = of_mark(3, "AURELIA")
    one = replace(one, finding=replace(one.finding, flags=(*one.flags, *both[1].flags)))
    assert compose(WAY, [one], register(MARK, LOGO), brand="A", today=DAY, right="777").rights == (LOGO,)
    with pytest.raises(ConfigurationError, match=r"--right 999.*AURELIA.*Kranich"):
        compose(WAY, both, register(MARK, LOGO), brand="A", today=DAY, right="999")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (STORE, ""),
        ({**STORE, "store": ""}, "store (the address of the store"),
        ({**STORE, "store": "https://shop.tmall.com/"}, "a store of the listings' site"),
        ({**STORE, "store": "https://taobao.com.evil.example/"}, "a store of the listings' site"),
        ({"complaint_reason": "x", "language": "fr"}, "write one of: en, zh"),
        ({"complaint_reason": "x", "reason_text": "подделка"}, "reason_text in Chinese or English"),
        ({"complaint_reason": "x", "reason_text": "假货 counterfeit AURELIA café"}, ""),
        ({"complaint_reason": "x", "reason_text": "x" * 4_001}, "4001 characters long"),
    ],
)
def test_stores_and_languages(values: dict[str, str], said: str) -> None:
    missing = "; ".join(WAY.missing(draft("alibaba_ipp", values=values)))
    assert (said in missing) if said else missing == ""


def test_a_store_complaint_names_the_store_of_one_seller() -> None:
    one = draft("alibaba_ipp", values=STORE)
    assert WAY.files(one)["links.txt"] == b"https://s1.taobao.com/\n"
    other = matter(2)
    other = replace(other, listing=replace(other.listing, seller_id="s2"))
    two = replace(one, matters=[*one.matters, other])
    assert any("one seller a store-front complaint" in text for text in WAY.missing(two))


def test_the_reason_is_written_in_the_language_that_was_asked_for() -> None:
    one = draft("alibaba_ipp", of_mark(1, "AURELIA"), values={"complaint_reason": "x", "language": "zh"})
    assert "以变形写法「x」使用商标「AURELIA」" in WAY.values(one)["reason_text"]
    assert "It shows AURELIA." in WAY.values(replace(one, values={"complaint_reason": "x"}))["reason_text"]


def test_the_checklist_counts_the_review_of_rights() -> None:
    def said(one: Draft) -> str:
        return WAY.files(one)["checklist.txt"].decode()

    one = draft("alibaba_ipp", today=date(2026, 9, 29))
    assert "by 2026-10-09 to 2026-10-14" in said(one), "the golden week and its worked weekends count"
    assert "trademark AURELIA (CNIPA 12345), attachments/cn.pdf" in said(one)
    buy = Purchase(case=1, order="A-1")
    assert "order A-1" in said(replace(one, ground=Ground.COUNTERFEIT, test_buys=[buy]))


def test_the_other_side_is_not_shown_who_complains(tmp_path: Path) -> None:
    (tmp_path / "rights").mkdir()
    for name in ("cn", "identity", "power"):
        (tmp_path / "rights" / f"{name}.pdf").write_bytes(b"%PDF-1.4 " + name.encode())
    power = Right(kind="power_of_attorney", name="Agent Ltd", file="rights/power.pdf")
    every = replace(register(MARK, power), folder=tmp_path)
    for name, shown in (("letter", {"cn.pdf"}), ("jd", {"cn.pdf", "identity.pdf", "power.pdf"})):
        _, made = complete(channel(name), draft(name), every, [])
        assert {one.partition("/")[2] for one in made if one.startswith("attachments/")} == shown


def test_a_sealed_purchase_is_needed_and_goes_along(tmp_path: Path) -> None:
    (tmp_path / "rights").mkdir()
    for name in ("cn", "identity"):
        (tmp_path / "rights" / f"{name}.pdf").write_bytes(b"%PDF-1.4 " + name.encode())
    buy = Purchase(case=1, order="A-1")
    one = compose(WAY, [matter(1)], register(), brand="A", today=DAY, test_buys=[buy])
    (tmp_path / "e.jpg").write_bytes(b"\xff\xd8\xff")
    with pytest.raises(WorkFailedError, match="sealed evidence of the test buy A-1"):
        complete(WAY, one, replace(register(), folder=tmp_path), [tmp_path / "e.jpg"])
    one = compose(WAY, [matter(1)], register(), brand="A", today=DAY, test_buys=[PURCHASE])
    power = Right(kind="power_of_attorney", name="Agent Ltd", file="rights/cn.pdf", valid_until=date(2026, 5, 3))
    with pytest.raises(WorkFailedError, match="power_of_attorney Agent Ltd ended on 2026-05-03"):
        complete(WAY, one, replace(register(MARK, power), folder=tmp_path), [])
    with pytest.raises(WorkFailedError, match="the test buy A-1 among what goes along"):
        complete(WAY, one, replace(register(), folder=tmp_path), [])
    one = replace(one, evidence=[BOUGHT])
    whole, papers = complete(WAY, one, replace(register(), folder=tmp_path), [])
    assert json.loads(WAY.files(whole)["form.json"])["order_number"] == "A-1"
    assert set(papers) == {"attachments/cn.pdf", "attachments/identity.pdf"}
    assert (whole.attachments, whole.papers) == ([], {"cn.pdf": "trademark", "identity.pdf": "identity"})
    said = WAY.values(whole)["reason_text"]
    assert "Test buy, order A-1, of 2026-05-02, 89.00 EUR, from s1: wrong movement" in said


@pytest.mark.parametrize(
    ("language", "differ", "begins", "lines"),
    [
        ("en", 0, "Links 1-300: It shows counterfeit_words.", 1),
        ("zh", 0, "链接1-300: 商品页面出现仿冒用语", 1),
        ("en", 1, "https://item.taobao.com/item.htm?id=1: It shows x", 2),
        ("en", 300, "https://item.taobao.com/item.htm?id=1: It shows x", None),
    ],
)
def test_each_link_has_its_reason_and_equal_ones_share_a_line(
    language: str, differ: int, begins: str, lines: int | None
) -> None:
    matters = [matter(number, ("text_match", "counterfeit_words")) for number in range(1, 301)]
    for at in range(differ):
        (flag,) = matters[at].finding.flags
        other = replace(flag, sentence=f"It shows x{at} {'and what stands there ' * 4}.")
        matters[at] = replace(matters[at], finding=replace(matters[at].finding, flags=(other,)))
    made = draft("alibaba_ipp", *matters, values={"complaint_reason": "x", "language": language})
    text = WAY.values(made)["reason_text"]
    assert text.startswith(begins)
    assert (len(text) <= 4_000, WAY.missing(made)) == (True, [])
    if lines is None:
        kept = text.splitlines()
        assert kept[-1] == f"(the reasons of {300 - len(kept) + 1} more links: see reasons.csv)"
    else:
        assert len(text.splitlines()) == lines
    rows = list(csv.DictReader(io.StringIO(WAY.files(made)["reasons.csv"].decode("utf-8-sig"))))
    assert [row["number"] for row in rows] == [str(number) for number in range(1, 301)]
    assert all(row["reasons"] for row in rows)


def test_links_share_a_line_for_a_sentence_where_whole_reasons_are_too_many() -> None:
    """What 250 links have in common is said of them together, and the rest by itself."""
    matters = [matter(number, *[("text_match", "disguise")] * 2) for number in range(1, 251)]
    for at, one in enumerate(matters):
        first, second = one.finding.flags
        flags = (first, replace(second, sentence=f"x{at}"))
        matters[at] = replace(one, finding=replace(one.finding, flags=flags))
    text = WAY.values(draft("alibaba_ipp", *matters))["reason_text"]
    assert "Links 1-250: It shows disguise." in text
    assert "more links" not in text
    assert len(text) <= 4_000
