"""Each channel makes what it promises, and names what is missing."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest

from monitor.brands import Brand, Trademark
from monitor.complaints import Ground, Matter, Sealed, channel, channels
from monitor.complaints.chinese import reasons, words
from monitor.complaints.drafting import compose
from monitor.complaints.grounds import ADDS, CARRIES
from monitor.complaints.grouping import split
from monitor.complaints.rights import Complainant, Register, Right, read_register
from monitor.complaints.third_party import read_answers
from monitor.complaints.workdays import add_working_days, unsure
from monitor.errors import ConfigurationError
from monitor.records import Evidence, Flag
from tests.complaints.complaint_world import (
    BOUGHT,
    CAPTURE,
    DAY,
    GIVEN,
    LINKS,
    MARK,
    OFFICES,
    PURCHASE,
    WHO,
    draft,
    matter,
)  # fmt: skip


def test_channels_are_found() -> None:
    assert set(channels()) == set(GIVEN)
    for one in channels().values():
        names = [asked.name for asked in one.fields]
        assert len(names) == len(set(names))
        assert all(asked.source and asked.requirement for asked in one.fields)


@pytest.mark.parametrize("name", GIVEN)
def test_a_complete_draft_lacks_nothing(name: str) -> None:
    made = draft(name)
    assert channel(name).missing(made) == []
    assert all(channel(name).files(made).values())


@pytest.mark.parametrize("name", GIVEN)
def test_each_required_field_is_in_the_package_or_named_as_missing(name: str) -> None:
    way = channel(name)
    empty = draft(name, values={}, complainant=replace(WHO, **dict.fromkeys(WHO.__slots__, "")), rights=())
    values, said = way.values(empty), way.missing(empty)
    for one in way.fields:
        assert values[one.name] or not one.required or any(text.startswith(f"{one.name} (") for text in said)
    form = next(content for file, content in way.files(draft(name)).items() if file.endswith(".json"))
    form = json.loads(form)
    assert set(form.get("form", form)) == {one.name for one in way.fields}


@pytest.mark.parametrize(
    ("rights", "said"),
    [((), "a right for the ground"), ((replace(MARK, valid_until=date(2026, 5, 3)),), "ended on 2026-05-03")],
)
def test_a_right_that_is_absent_or_has_ended_is_told(rights: tuple, said: str) -> None:
    assert any(said in text for text in channel("third_party").missing(draft("third_party", rights=rights)))


def test_links_are_counted() -> None:
    way = channel("alibaba_ipp")
    most = draft(
        "alibaba_ipp", *(matter(n) for n in range(1, 301)), values={"complaint_reason": "x", "reason_text": "y"}
    )
    assert way.missing(most) == []
    assert way.files(most)["links.txt"].decode().splitlines() == list(most.links)
    over = replace(most, matters=[*most.matters, matter(301)])
    assert any("301 links are over the limit of 300" in text for text in way.missing(over))


def test_alibaba_takes_one_site_a_complaint() -> None:
    both = draft("alibaba_ipp", matter(1), matter(2, url="https://detail.tmall.com/2"))
    assert any("one site a complaint" in text for text in channel("alibaba_ipp").missing(both))
    with pytest.raises(ConfigurationError, match="is no site of alibaba_ipp"):
        channel("alibaba_ipp").fits([matter(1, url="https://taobao.com.evil.example/1")])


def test_counterfeit_by_test_buy_is_one_order_with_photos() -> None:
    way = channel("alibaba_ipp")
    one = draft("alibaba_ipp", ground=Ground.COUNTERFEIT, test_buys=[PURCHASE])
    assert way.missing(one) == []
    two = replace(one, test_buys=[PURCHASE, replace(PURCHASE, order="A-2")])
    assert any("one order and one listing" in text for text in way.missing(two))
    assert way.values(one)["order_number"] == "A-1"


def test_the_report_is_chinese_and_says_why_it_is_no_complaint() -> None:
    made = channel("market_authority").files(draft("market_authority", matter(1, title="坏\x00\u202e<b>表</b>")))
    text = "\n".join(one.text for one in docx.Document(io.BytesIO(made["report.docx"])).paragraphs)
    for part in (
        "举报信",
        "本件为举报，不是投诉",
        "某市市场监督管理局",
        "Aurelia GmbH",
        "某店",
        "91",
        "某路1号",
        "12345",
        "<b>表</b>",
    ):
        assert part in text
    assert "\u202e" not in text


def test_the_authority_wants_a_mark_of_its_country() -> None:
    foreign = draft("market_authority", rights=(replace(MARK, office="USPTO"),))
    assert any("registered for CN" in text for text in channel("market_authority").missing(foreign))


SHOP = "https://shop.example/1"


@pytest.mark.parametrize(
    ("url", "territory", "said", "asks"),
    [
        ("", "", "", False),
        (SHOP, "CN", "", False),
        (SHOP, "", "CN", False),
        (SHOP, "", "", True),
        (SHOP, "US", "", True),
        (SHOP, "CN US", "", True),
        ("https://www.amazon.de/dp/B000000001", "CN", "CN", True),
    ],
)
def test_the_authority_is_told_of_places_in_china(url: str, territory: str, said: str, *, asks: bool) -> None:
    values = GIVEN["market_authority"] | ({"country": said} if said else {})
    made = draft("market_authority", matter(1, url=url, territory=territory), values=values)
    missing = channel("market_authority").missing(made)
    assert [one.startswith("a place in China: ") for one in missing] == [True] * asks, missing


def test_the_csv_reads_back_and_obeys_nothing() -> None:
    sealed = [Sealed(name=f"case-{case}-{kind}-x", kind=kind, case=case)
              for case, kind in ((1, "purchase"), (1, "capture"), (11, "photo"))]  # fmt: skip
    made = channel("third_party").files(draft("third_party", evidence=sealed, number=12))
    (row,) = csv.DictReader(io.StringIO(made["links.csv"].decode("utf-8-sig")))
    assert row["url"] == "https://item.taobao.com/item.htm?id=1"
    assert row["seller_name"].startswith("'=")
    assert row["evidence"] == "case-1-purchase-x | case-1-capture-x"
    assert row["complaint"] == "12", "by which the service names it in its answers"
    assert json.loads(made["links.json"])["links"][0]["seller_name"].startswith("=")


def test_answers_are_read_or_refused_with_their_line() -> None:
    (one,) = read_answers(b"complaint,answer,text\n3,upheld,gone\n", "a.csv")
    assert one[:5] == (3, "upheld", "gone", (), None)
    (of_a_case,) = read_answers(b"complaint,case,answer,text,on\n3,17,upheld,gone,2026-05-04\n", "a.csv")
    assert of_a_case[:5] == (3, "upheld", "gone", (17,), date(2026, 5, 4))
    assert of_a_case.source != one.source
    said = json.dumps([{"complaint": 3, "answer": "Evidence_Request", "text": "发票?"}], ensure_ascii=False).encode()
    assert [row[:3] for row in read_answers(b"\xef\xbb\xbf" + said, "a.json")] == [(3, "evidence_request", "发票?")]
    for bad, said in [
        (b"complaint,answer\nx,upheld\n", "line 2: complaint"),
        (b"complaint,answer\n3,yes\n", "line 2: answer"),
        (b"complaint,answer,case\n3,upheld,x\n", "line 2: case"),
        (b"complaint,answer,on\n3,upheld,4 May\n", "line 2: on"),
        (b"complaint,answer,on\n3,upheld,2999-01-01\n", "line 2: on.*future"),
        (b"\xff\xfe", "no CSV in UTF-8"),
        (b"x" * 5_000_001, "larger than"),
        (b"complaint,answer\n", "holds no answers"),
        (b"complaint,answer\n" + b"3,upheld\n" * 10_001, "more than 10000 rows"),
        (b"[{", "no JSON"),
        (b"[3]", "entry 1: is no object"),
        (b'[{"complaint": 3, "answer": "upheld"}, {"complaint": "x"}]', "entry 2: complaint"),
    ]:
        with pytest.raises(ConfigurationError, match=said):
            list(read_answers(bad, "a.csv"))


def test_the_table_of_fields_is_whole() -> None:
    page = (Path(__file__).parents[2] / "docs/howto/see-what-each-channel-asks-for.md").read_text(encoding="utf-8")
    rows = [
        f"| `{name}` | `{asked.name}`{'' if asked.required else ' (optional)'} | {asked.source} | {asked.requirement} "
        f"| {asked.read or '–'} |"
        for name, one in channels().items()
        for asked in one.fields
    ]
    there = [line for line in page.splitlines() if line.startswith("| `") and line.count("|") == 6]
    assert there == rows, "the table of the page is: " + "\n".join(rows)


@pytest.mark.parametrize(
    ("name", "url", "said"),
    [
        ("etsy", "https://www.etsy.com/shop/Rogue", "instead of"),
        ("etsy", "https://www.etsy.com/de/listing/12/watch?ref=1", ""),
        ("ebay_vero", "https://www.ebay.com/usr/rogue", "the number of an item"),
        ("ebay_vero", "https://www.ebay.de/itm/a-watch/123456789012?hash=1", ""),
        ("amazon_rav", "https://www.amazon.de/s?me=A1", "the number of a page"),
        ("amazon_rav", "https://www.amazon.de/-/en/Aurelia-Watch/dp/B000000001/ref=sr_1_1", ""),
        ("mercadolibre_bpp", "https://perfil.mercadolibre.com.mx/ROGUE", "the number of an item"),
        ("mercadolibre_bpp", "https://www.mercadolibre.com.mx/reloj/p/MLM19781234?pdp=1", "and not of a product"),
        ("mercadolibre_bpp", "https://www.mercadolibre.com.mx/x/p/MLM19781234?pdp_filters=item_id:MLM2098765432", ""),
        ("mercadolibre_bpp", "https://www.mercadolibre.com.mx/x/up/MLMU123456789", "and not of a product"),
    ],
)
def test_addresses_of_listings_alone(name: str, url: str, said: str) -> None:
    missing = channel(name).missing(draft(name, matter(1, url=url)))
    assert (said in "; ".join(missing)) if said else missing == []


def test_ebay_takes_150_items() -> None:
    url = "https://www.ebay.de/itm/{:012}".format
    many = draft("ebay_vero", *(matter(n, url=url(n)) for n in range(150)))
    assert channel("ebay_vero").missing(many) == []
    assert len(channel("ebay_vero").files(many)["items.csv"].splitlines()) == 151
    over = replace(many, matters=[*many.matters, matter(151, url=url(151))])
    assert any("over the limit of 150" in text for text in channel("ebay_vero").missing(over))


@pytest.mark.parametrize(("code", "lacks"), [("9052", "detailed_message"), ("9037", "countries"), ("7035", "")])
def test_ebay_asks_more_for_some_reasons(code: str, lacks: str) -> None:
    missing = channel("ebay_vero").missing(draft("ebay_vero", values={"reason_code": code}))
    assert (missing == []) if not lacks else missing[0].startswith(f"{lacks} (")


@pytest.mark.parametrize(
    ("name", "url", "office", "lacks"),
    [
        ("amazon_rav", "https://www.amazon.de/dp/B000000001", "CNIPA", "registered for DE"),
        ("amazon_rav", "https://www.amazon.de/dp/B000000001", "dpma", ""),
        ("amazon_rav", "https://www.amazon.co.uk/dp/B000000001", "EUIPO", "registered for GB"),
        ("amazon_rav", "https://www.amazon.com/dp/B000000001", "WIPO", ""),
        ("mercadolibre_bpp", "https://produto.mercadolivre.com.br/MLB-100000001-relogio", "IMPI", "registered for BR"),
        ("mercadolibre_bpp", "https://articulo.mercadolibre.com.ve/MLV-100000001", "IMPI", "registered for VE"),
        ("mercadolibre_bpp", "https://articulo.mercadolibre.com.ve/MLV-100000001", "SAPI", ""),
        ("alibaba_ipp", "https://item.taobao.com/item.htm?id=1", "USPTO", "registered for CN"),
        ("alibaba_ipp", "https://www.lazada.com.my/products/x-i1.html", "IMPI", "registered for MY"),
        ("alibaba_ipp", "https://www.lazada.sg/products/x-i1.html", "IPOS", ""),
        ("ebay_vero", "https://www.ebay.de/itm/100000000001", "CNIPA", "registered for DE"),
        ("ebay_vero", "https://www.ebay.com/itm/100000000001", "uspto", ""),
        ("etsy", "https://www.etsy.com/listing/1", "CNIPA", "registered for US"),
        ("jd", "https://item.jd.com/1.html", "EUIPO", "registered for CN"),
        ("pinduoduo", "https://mobile.yangkeduo.com/goods.html?goods_id=1", "USPTO", "registered for CN"),
    ],
)
def test_a_mark_counts_where_it_is_registered(name: str, url: str, office: str, lacks: str) -> None:
    made = draft(name, matter(1, url=url), rights=(replace(MARK, office=office),))
    missing = "; ".join(channel(name).missing(made))
    assert (lacks in missing) if lacks else missing == ""
    photo = replace(MARK, kind="copyright", office="")
    copied = replace(made, ground=Ground.COPYRIGHT, rights=(photo,), values={**made.values, "pictures": "1.jpg"})
    assert channel(name).missing(copied) == [], "a copyright needs no register"


def test_amazon_asks_whether_the_page_or_one_offer_is_wrong() -> None:
    way = channel("amazon_rav")
    assert any(text.startswith("scope (") for text in way.missing(draft("amazon_rav", values={})))
    assert any("write one of: page, offer" in text for text in way.missing(draft("amazon_rav", values={"scope": "x"})))


@pytest.mark.parametrize("name", ["jd", "pinduoduo"])
def test_platforms_in_china_get_chinese_reasons_and_papers(name: str) -> None:
    flag = Flag(
        kind="text_match", brand="aurelia", severity=65, rule="disguise", sentence="It writes the mark in disguise.",
        evidence=(Evidence(field="title", observed="AUR3LIA", asset="AURELIA"),),
    )  # fmt: skip
    one = matter(1, url=LINKS[name].format(1))
    mark = replace(MARK, classes=(14,), valid_until=date(2031, 5, 4))
    made = draft(name, replace(one, finding=replace(one.finding, flags=(flag,))), rights=(mark,), evidence=())
    assert [one.partition(" ")[0] for one in channel(name).missing(made)] == ["evidence"] * 2
    files = channel(name).files(made)
    said = "\n".join(p.text for p in docx.Document(io.BytesIO(files["statement.docx"])).paragraphs)
    assert "以变形写法「AUR3LIA」使用商标「AURELIA」" in said
    assert "It writes" not in said
    assert "商标 AURELIA（CNIPA 12345），核定使用类别：第14类，有效期至2031年5月4日" in said
    assert "（见证据" not in said
    assert "联系人及联系方式：J. Weber, 1, j@brand.example" in said
    form = json.loads(files["form.json"])
    assert (form["proof_of_right"], form["identity_document"]) == ("attachments/cn.pdf", "attachments/identity.pdf")
    buys = [replace(PURCHASE, differs="机芯不同")]
    buy = replace(made, ground=Ground.COUNTERFEIT, test_buys=buys, evidence=[BOUGHT])
    assert channel(name).missing(buy) == []
    assert "订单号 A-1，购买日期 2026年5月2日，价款 89.00 EUR" in channel(name).values(buy)["reason"]


@pytest.mark.parametrize(
    ("name", "kind", "calendar", "by"),
    [
        ("mercadolibre_bpp", "counter_notice", "MX", date(2026, 5, 5)),
        ("jd", "counter_notice", "CN", date(2026, 5, 16)),
        ("alibaba_ipp", "question", "CN", date(2026, 5, 8)),
        ("letter", "question", "DE", date(2026, 5, 6)),
        ("letter", "question", "JP", date(2026, 5, 11)),  # Golden Week
        ("letter", "question", "", date(2026, 5, 6)),
    ],
)
def test_replies_are_due_by_the_channels_own_time(name: str, kind: str, calendar: str, by: date) -> None:
    assert channel(name).reply_by(kind, date(2026, 5, 1), calendar) == by


@pytest.mark.parametrize(
    ("name", "url", "said", "calendar"),
    [
        ("mercadolibre_bpp", "https://articulo.mercadolibre.com.mx/MLM-1", "", "MX"),
        ("mercadolibre_bpp", "https://produto.mercadolivre.com.br/MLB-1", "", "BR"),
        ("letter", "https://www.ebay.de/itm/1", "", "DE"),
        ("letter", "https://shop.example/1", "CH AT", "AT CH"),
        ("letter", "https://shop.example/1", "", ""),
        ("amazon_rav", "https://www.amazon.de/dp/B000000001", "", "US"),
        ("jd", "https://item.jd.com/1.html", "", "CN"),
    ],
)
def test_whose_holidays_count(name: str, url: str, said: str, calendar: str) -> None:
    given, home = {"country": said} if said else {}, Complainant(country="FR")
    assert channel(name).calendar([matter(1, url=url)], given, home) == calendar


@pytest.mark.parametrize(("said", "home", "calendar"), [("", "DE", "DE"), ("at", "DE", "AT"), ("", "", "")])
def test_a_service_works_in_the_days_of_its_country_or_else_ours(said: str, home: str, calendar: str) -> None:
    """Never in those of China for a German brand; where nobody said a country, weekends alone are left out."""
    given = {"service_country": said} if said else {}
    assert channel("third_party").calendar([matter(1)], given, Complainant(country=home)) == calendar
    made = replace(draft("third_party", matter(1)), values={"service": "X", "service_country": "Atlantis"})
    assert "service_country is 'Atlantis' and no code of a country" in str(channel("third_party").missing(made))


def test_holidays_are_those_of_every_country_that_is_known() -> None:
    """Argentina has a day off on 9 July, Brazil none; Austria one on 26 October; nobody knows that of XX."""
    friday = date(2026, 10, 23)
    assert [add_working_days(date(2026, 7, 8), 1, one) for one in ("AR", "BR")] == [date(2026, 7, 13), date(2026, 7, 9)]
    assert [add_working_days(friday, 1, one) for one in ("DE", "AT DE", "XX", "")] == [
        date(2026, 10, 26), date(2026, 10, 27), date(2026, 10, 26), date(2026, 10, 26)
    ]  # fmt: skip
    assert unsure(friday, "AT DE") == ""
    assert "no holidays are known of XX" in unsure(friday, "DE XX")
    assert "nobody read in which country" in unsure(friday, "")
    missing = [land for land in channel("mercadolibre_bpp").sites.values() if unsure(friday, land)]
    assert missing == [], "each site of Mercado Libre has a calendar"


@pytest.mark.parametrize("name", sorted(channels()))
def test_a_country_that_is_asked_for_can_be_said(name: str) -> None:
    way = channel(name)
    assert "country" in {one.name for one in way.fields} or way.enforces or set(way.hosts) == set(way.sites) != set()


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("ebay_vero", "https://www.ebay.com/itm/000000000001"),
        ("amazon_rav", "https://www.amazon.fr/dp/B000000001"),
        ("mercadolibre_bpp", "https://produto.mercadolivre.com.br/MLB-000000001"),
        ("alibaba_ipp", "https://detail.tmall.com/item.htm?id=1"),
    ],
)
def test_one_site_a_complaint(name: str, other: str) -> None:
    """Reason codes, marks and forms are those of a site."""
    two = [matter(1, url=LINKS.get(name, "").format(1)), matter(2, url=other)]
    assert any(said.startswith("one site a complaint") for said in channel(name).missing(draft(name, *two)))
    lots = split(channel(name), two, Register(rights=(MARK,), complainant=WHO, folder=Path()), "", [])
    assert [[one.case for one in lot] for lot in lots] == [[1], [2]]


@pytest.mark.parametrize("name", sorted(set(GIVEN)))
@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, ""),
        ({"packages": ()}, "sealed evidence of the test buy A-1 of case 1"),
        ({"bought_on": None}, "the day it was bought in the sealed evidence"),
        ({"price": "", "currency": ""}, "its price, its currency in the sealed evidence"),
        ({"sellers": ()}, "its seller in the sealed evidence"),
        ({"pictures": 0}, "a photo of the goods in the sealed evidence"),
        ({"differs": ""}, "what differs from the genuine goods in the sealed evidence"),
        ({"said": "Wrong movement."}, ""),
        ({"said": "counterfeit movement"}, "'counterfeit movement' is not what its sealed evidence says, 'wrong mov"),
        (
            {"pictures": 0, "shared": ("p.jpg serves the order B-2 too",)},
            "a photo of the test buy A-1 alone: p.jpg serves the order",
        ),
        ({"sellers": ("s2",)}, "was made from s2, and the seller of case 1 is s1"),
        ({"bought_on": date(2026, 5, 5)}, "in the future"),
    ],
)
def test_counterfeit_is_alleged_by_a_sealed_test_buy_alone(name: str, change: dict[str, object], said: str) -> None:
    made = draft(name, ground=Ground.COUNTERFEIT, test_buys=[replace(PURCHASE, **change)])
    missing = "; ".join(channel(name).missing(made))
    assert (said in missing) if said else missing == ""
    bare = "; ".join(channel(name).missing(replace(made, evidence=[])))
    assert ("the test buy A-1 among what goes along" in bare) is (
        channel(name).takes_evidence and change.get("packages") != ()
    )
    without = "; ".join(channel(name).missing(replace(made, test_buys=[], attachments=["e.jpg"])))
    assert "a test buy of case 1 (--test-buy 1:ORDER)" in without


@pytest.mark.parametrize(
    ("country", "territory", "said"),
    [
        ("", "", "the country in which case 1 is offered"),
        ("", "DE", "registered for DE"),
        ("US", "DE", ""),
        ("Germany", "", "no code of a country"),
    ],
)
def test_a_site_of_many_countries_is_told_which(country: str, territory: str, said: str) -> None:
    listed = matter(1, url="https://www.etsy.com/listing/1", territory=territory)
    missing = "; ".join(channel("etsy").missing(draft("etsy", listed, values={**GIVEN["etsy"], "country": country})))
    assert (said in missing) if said else missing == ""


def test_the_marks_of_other_countries_are_not_told() -> None:
    marks = [
        replace(MARK, office=office, registration=office) for office in ("CNIPA", "IMPI", "USPTO", "EUIPO", "DPMA")
    ]
    register = Register(rights=tuple(marks), complainant=WHO, folder=Path())
    made = compose(channel("ebay_vero"), [matter(1, url=LINKS["ebay_vero"].format(1))], register, brand="A", today=DAY)
    assert [one.office for one in made.rights] == ["EUIPO", "DPMA"]
    same = replace(register, rights=tuple(replace(one, name="AURELIA") for one in marks))
    taobao = compose(channel("alibaba_ipp"), [matter(1)], same, brand="A", today=DAY, right="AURELIA")
    assert [one.office for one in taobao.rights] == ["CNIPA"], "of one name the mark that counts there"


SENTENCES = {
    "off_catalogue": ("在权利人的产品目录中未识别出对应产品", "未生产"),
    "own_photo": ("该卖家未获权利人授权使用", "未经许可"),
    "misspelling": ("可能系笔误", "变形"),
    "keyword_stuffing": ("供搜索用的", "混淆"),
    "comparison": ("相比较", "攀附"),
    "impersonation": ("不在权利人的授权卖家名单中", "冒充"),
    "counterfeit_words": ("商品页面出现仿冒用语", "名下出售"),
}


@pytest.mark.parametrize("rule", SENTENCES)
def test_chinese_says_no_more_than_the_flag(rule: str) -> None:
    kind = {"own_photo": "photo_match", "impersonation": "unauthorized_seller"}.get(rule, "text_match")
    flag = Flag(
        kind=kind, brand="aurelia", severity=65, rule=rule, sentence="x",
        evidence=(Evidence(field="title", observed="AUR3LIA", asset="AURELIA"),),
    )  # fmt: skip
    one = matter(1)
    one = replace(one, finding=replace(one.finding, flags=(flag, *one.finding.flags)))
    ground = Ground.COPYRIGHT if rule == "own_photo" else Ground.TRADEMARK
    said = reasons(draft("market_authority", one, ground=ground), one)
    right, too_much = SENTENCES[rule]
    assert right in said
    assert too_much not in said


def test_chinese_quotes_the_words_that_compare() -> None:
    """What a flag of before kept of a comparison is its mark alone: it is cited as it is."""
    mark = Evidence(field="title", observed="Aurelia", expected="AURELIA", asset="AURELIA")
    for facts, said in (
        ([Evidence(field="title", observed="looks like"), mark], "「looks like」"),
        ([mark], "It compares"),
    ):
        flag = Flag(
            kind="text_match", brand="aurelia", severity=60, rule="comparison", sentence="It compares.",
            evidence=tuple(facts),
        )  # fmt: skip
        one = matter(1)
        one = replace(one, finding=replace(one.finding, flags=(flag,)))
        assert said in reasons(draft("market_authority", one), one)


NOVA = replace(MARK, name="NOVACHRON", registration="777", office="EUIPO")
EU = replace(MARK, office="EUIPO")


def showing(case: int, mark: str, url: str) -> Matter:
    """A case whose flag names a mark."""
    one = matter(case, url=url)
    flags = tuple(replace(flag, evidence=(replace(flag.evidence[0], asset=mark),)) for flag in one.finding.flags)
    return replace(one, finding=replace(one.finding, flags=flags))


@pytest.mark.parametrize(("name", "column"), [("third_party", "rights"), ("ebay_vero", "messageToSeller")])
def test_each_listing_is_said_to_infringe_its_own_rights_alone(name: str, column: str) -> None:
    """The marks that its flags name, which count in its country."""
    links = [f"https://www.ebay.de/itm/{number:012}" for number in (1, 2)]
    pair = [showing(1, "AURELIA", links[0]), showing(2, "NOVACHRON", links[1])]
    if name == "third_party":
        pair.append(showing(3, "AURELIA", "https://item.taobao.com/item.htm?id=3"))
    made = draft(name, *pair, rights=(MARK, EU, NOVA))
    content = next(body for file, body in channel(name).files(made).items() if file.endswith(".csv"))
    said = [row[column] for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig")))]
    offices = [[office for office in ("CNIPA", "EUIPO") if office in text] for text in said]
    assert offices == [["EUIPO"], ["EUIPO"], ["CNIPA"]][: len(said)]
    assert ["NOVACHRON" in text for text in said] == [False, True, False][: len(said)]
    assert ["AURELIA" in text for text in said] == [True, False, True][: len(said)]


@pytest.mark.parametrize("name", ["amazon_rav", "etsy", "mercadolibre_bpp"])
def test_a_form_that_names_its_rights_once_is_of_cases_that_share_them(name: str) -> None:
    marks = [replace(one, office=OFFICES[name]) for one in (MARK, NOVA)]
    pair = [showing(n, mark.name, LINKS[name].format(n)) for n, mark in enumerate(marks, 1)]
    way, given = channel(name), GIVEN[name]
    apart = "the same rights for all cases of a complaint, these are case 1: trademark AURELIA"
    assert any(text.startswith(apart) for text in way.missing(draft(name, *pair, rights=marks)))
    assert not any("the same rights" in text for text in way.missing(draft(name, pair[0], rights=marks[:1])))
    register = Register(complainant=WHO, rights=tuple(marks), folder=Path())
    assert [len(lot) for lot in split(way, pair, register, "", [])] == [1, 1]
    assert [one.name for one in compose(way, pair[:1], register, brand="A", today=DAY, values=given).rights] == [
        "AURELIA"
    ]


@pytest.mark.parametrize("name", [
    "infringing_listings", "ipr_number", "website", "rights_holder", "order_number", "proof_of_right",
])  # fmt: skip
def test_what_was_checked_is_not_typed_over(name: str) -> None:
    """A form that a person types names another listing, mark or order than its package."""
    register = Register(complainant=WHO, rights=(MARK,), folder=Path())
    with pytest.raises(ConfigurationError, match=f"--set {name}: is taken from: .*; a person says: .*complaint_reason"):
        compose(channel("alibaba_ipp"), [matter(1)], register, brand="A", today=DAY, values={name: "other"})


def test_each_rule_that_may_be_cited_is_said_in_chinese() -> None:
    assert {rule for _, rule in {*CARRIES, *ADDS}} <= words("says").keys()


def test_an_agent_says_for_whom_and_shows_its_power() -> None:
    way, agent = channel("market_authority"), replace(WHO, legal_name="Agent Investigations Ltd", owner="Aurelia GmbH")
    one = draft("market_authority", complainant=agent)
    assert any("a power of attorney of Aurelia GmbH for Agent Investigations Ltd" in text for text in way.missing(one))
    power = replace(MARK, kind="power_of_attorney", name="Agent", file="")
    assert any("a power of attorney" in text for text in way.missing(replace(one, powers=[power])))
    one = replace(one, powers=[replace(power, file="rights/power.pdf")])
    assert way.missing(one) == []
    text = "\n".join(part.text for part in docx.Document(io.BytesIO(way.files(one)["report.docx"])).paragraphs)
    assert "举报人系权利人Aurelia GmbH的受托代理人" in text
    assert "举报人系权利人，" not in text
    for same in ("Aurelia GmbH", "AURELIA  GmbH.", ""):
        assert not replace(agent, legal_name=same).is_agent


@pytest.mark.parametrize(
    ("lines", "is_agent", "holder"),
    [
        ('legal_name = "Agent Ltd"', True, "Aurelia GmbH"),
        ('legal_name = "奥蕾莉亚钟表有限公司"\nis_owner = true', False, "奥蕾莉亚钟表有限公司"),
        ('legal_name = "Aurelia GmbH"', False, "Aurelia GmbH"),
        ("", False, "Aurelia GmbH"),
    ],
)
def test_the_register_says_who_complains(tmp_path: Path, lines: str, is_agent: bool, holder: str) -> None:
    (tmp_path / "rights").mkdir()
    (tmp_path / "rights" / "register.toml").write_text(f"[complainant]\n{lines}\n", encoding="utf-8")
    brand = Brand(slug="aurelia", name="Aurelia", owner="Aurelia GmbH", trademarks=(Trademark(text="AURELIA"),))
    who = read_register(brand, tmp_path).complainant
    assert (who.is_agent, who.holder) == (is_agent, holder)


def test_a_report_lists_what_its_evidence_is_and_needs_some() -> None:
    way = channel("market_authority")
    bare = draft("market_authority", evidence=(), papers={"identity.pdf": "identity"})
    assert any(text.startswith("evidence of what is reported") for text in way.missing(bare))
    assert way.missing(replace(bare, attachments=["parcel.jpg"])) == way.missing(bare), "nobody knows what it shows"
    made = way.files(draft("market_authority", papers={"identity.pdf": "identity"}, attachments=["parcel.jpg"]))
    text = "\n".join(part.text for part in docx.Document(io.BytesIO(made["report.docx"])).paragraphs)
    pieces, papers = text.split("证据清单")[1].split("附件（举报人主体资格及权利证明）")
    assert (
        f"证据1. 网页取证（案件1，2026-05-03 10:20（UTC），由me固定并封存）；文件包：case-1-capture-y；SHA-256：{'ab' * 32}"
        in pieces
    )
    assert "证据2. 附件：parcel.jpg" in pieces
    assert "identity.pdf" not in pieces
    assert "附件1. 主体资格证明：identity.pdf" in papers
    assert "2026年5月1日12:00（UTC），在taobao由卖家" in text
    assert "（见证据1）。" in text
    assert "1. https://item.taobao.com/item.htm?id=1" in text, "the number of the fact"


@pytest.mark.parametrize(
    ("day", "country", "known"),
    [(date(2026, 10, 12), "CN", True), (date(2031, 1, 8), "CN", False), (date(2031, 1, 8), "DE", True)],
)
def test_a_calendar_that_does_not_know_the_year_is_told(day: date, country: str, known: bool) -> None:
    assert (unsure(day, country) == "") is known


@pytest.mark.parametrize("wanted", ["aurelia", "018 1", "euipo 018 1", "trademark AURELIA (EUIPO 018 1)"])
def test_a_right_is_named_as_it_is_printed(wanted: str) -> None:
    """An office that stands in the number as well is written once."""
    mark = replace(MARK, office="EUIPO", registration="EUIPO 018 1" if "euipo" in wanted else "018 1")
    register = Register(rights=(mark,), complainant=WHO, folder=Path())
    link = matter(1, url=LINKS["ebay_vero"].format(1))
    made = compose(channel("ebay_vero"), [link], register, brand="A", today=DAY, right=wanted)
    assert [one.label for one in made.rights] == ["trademark AURELIA (EUIPO 018 1)"]
    with pytest.raises(ConfigurationError, match="there are: trademark AURELIA"):
        compose(channel("ebay_vero"), [link], register, brand="A", today=DAY, right="trademark")


def test_what_is_alleged_is_of_the_last_sighting() -> None:
    """A word that came on the last day was not there since the first."""
    one = replace(matter(1), first_seen=datetime(2026, 3, 1, tzinfo=UTC))
    said = channel("market_authority").values(draft("market_authority", one))["facts"]
    assert said.startswith("1. 2026年5月1日12:00（UTC），在taobao由卖家")
    assert "3月" not in said


def test_a_copyright_at_mercado_libre_names_the_pictures() -> None:
    way = channel("mercadolibre_bpp")
    photo = Right(kind="copyright", name="photos", file="rights/photos.pdf")
    one = matter(1, ("photo_match", "own_photo"), url=LINKS[way.name].format(1))
    made = draft(way.name, one, ground=Ground.COPYRIGHT, rights=(photo,))
    assert any("which pictures of case 1" in said for said in way.missing(made))
    seen = Evidence(field="images", observed="x", asset="photos/a.png", image="https://cdn.example/1.jpg")
    ours = replace(seen, image="/home/me/1.jpg")
    flags = tuple(replace(flag, evidence=(ours, seen)) for flag in one.finding.flags)
    made = replace(made, matters=(replace(one, finding=replace(one.finding, flags=flags)),))
    assert way.missing(made) == []
    (row,) = csv.DictReader(io.StringIO(way.files(made)["items.csv"].decode("utf-8-sig")))
    assert row["pictures"] == way.values(made)["pictures"] == "https://cdn.example/1.jpg"


@pytest.mark.parametrize(
    ("sentences", "given", "seller", "detailed"),
    [
        (["It says replica."], {}, "12345. It says replica.", "It says replica."),
        (["It says replica.", "x" * 990 + "."], {}, "12345. It says replica.", "It says replica."),
        (["x" * 1_500], {}, "x…", "x…"),
        (["It says replica."], {"detailed_message": "as agreed"}, "12345. It says replica.", "as agreed"),
        (["It says replica."], {"message_to_seller": "as agreed"}, "as agreed", "It says replica."),
    ],
)
def test_ebay_is_told_the_facts_of_each_item_within_its_limits(
    sentences: list[str], given: dict[str, str], seller: str, detailed: str
) -> None:
    flags = tuple(Flag(kind="text_match", brand="aurelia", severity=60, rule=rule, sentence=said)
                  for rule, said in zip(("counterfeit_words", "disguise"), sentences, strict=False))  # fmt: skip
    one = matter(1, url=LINKS["ebay_vero"].format(1))
    one = replace(one, finding=replace(one.finding, flags=flags))
    other = matter(2, url=LINKS["ebay_vero"].format(2))
    made = draft("ebay_vero", one, other, values={"reason_code": "7035", **given})
    assert channel("ebay_vero").missing(made) == []
    items = channel("ebay_vero").files(made)["items.csv"].decode("utf-8-sig")
    first, second = csv.DictReader(io.StringIO(items))
    assert first["messageToSeller"].replace("12345).", "12345.").endswith(seller)
    assert first["detailedMessage"].endswith(detailed)
    assert max(len(row[name]) for row in (first, second) for name in ("messageToSeller", "detailedMessage")) <= 1_000
    if not given:
        assert second["detailedMessage"] == "It shows counterfeit_words."
        assert "It shows counterfeit_words." in second["messageToSeller"]


@pytest.mark.parametrize(("name", "field"), [("ebay_vero", "item_ids"), ("amazon_rav", "asins")])
def test_a_link_without_a_number_is_one_lack(name: str, field: str) -> None:
    url = LINKS[name].split("/itm")[0].split("/dp")[0]
    said = channel(name).missing(draft(name, matter(1, url=f"{url}/x")))
    assert [one for one in said if field in one or "the number of a" in one] == [
        one for one in said if "the number of a" in one
    ]
    assert len([one for one in said if "the number of a" in one]) == 1


@pytest.mark.parametrize(("scope", "read", "lacks"), [("offer", True, 0), ("offer", False, 1), ("page", False, 0)])
def test_an_offer_has_a_seller_who_was_read(scope: str, lacks: int, *, read: bool) -> None:
    link = LINKS["amazon_rav"]
    two = [matter(case, url=link.format(case)) for case in (1, 2)]
    if not read:
        two[1] = replace(two[1], listing=replace(two[1].listing, seller_id="", seller_name=""))
    said = channel("amazon_rav").missing(draft("amazon_rav", *two, values={"scope": scope}))
    assert len([one for one in said if "who sells in case 2" in one and "--set scope=page" in one]) == lacks


def test_the_checklist_of_alibaba_names_the_evidence_that_has_no_field() -> None:
    way = channel("alibaba_ipp")
    told = way.files(draft("alibaba_ipp"))["checklist.txt"].decode()
    assert "article 1195 of the Civil Code" in told
    assert "none was sealed: monitor evidence capture" in told
    assert ": evidence.zip" in way.files(draft("alibaba_ipp", evidence=(CAPTURE,)))["checklist.txt"].decode()
