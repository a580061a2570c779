"""Words of counterfeiting count when they are said of these goods: not when somebody warns of them or denies them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.records import Flag, History, Observation, listing_from_record
from tests.detectors.test_goes_with import BRAND, FRESH, INSPECTOR

OWN = Path(__file__).parent / "own"
NOTE, ALONE, COUNTERFEIT = 20, 45, 90
EXPECTED = {"word": ALONE, "fake": COUNTERFEIT}


def offers(file: str) -> Iterator[tuple[str, str, str]]:
    """The verdict on each offer of a table, its title and its description."""
    for line in (OWN / f"{file}.txt").read_text("utf-8").splitlines():
        verdict, _, text = line.partition(" ")
        title, _, description = text.partition(" || ")
        yield verdict, title, description


def flags(seller: str, field: str, text: str, inspector: Inspector = INSPECTOR, **more: str) -> list[Flag]:
    """The flags for such words in an offer of the brand's headphones at a fair price."""
    return told("counterfeit", {"seller_id": seller, field: text, **more}, inspector)


def told(rules: str, said: dict[str, str], inspector: Inspector) -> list[Flag]:
    """The flags of rules that begin so, of an offer with these fields."""
    record = {
        "marketplace": "m", "url": "https://m.example/1", "title": "Kestrin Aero 200 headphones", "price": "250",
        "currency": "EUR", **said,
    }  # fmt: skip
    observation = Observation(listing=listing_from_record(record), observed_at=datetime(2026, 5, 4, tzinfo=UTC))
    findings = inspector.inspect(observation, lambda _brand, _sku: History())
    return [flag for finding in findings for flag in finding.flags if flag.rule.startswith(rules)]


@pytest.mark.parametrize(
    "file",
    [f"counterfeiting{which}.txt" for which in ("", "_second", "_third", "_fourth", "_fifth")],
)
@pytest.mark.parametrize("verdicts", [("fair",), ("word", "fake")])
def test_fair_sellers_are_left_alone_and_sellers_of_copies_found(file: str, verdicts: tuple[str, ...]) -> None:
    rows = [line.split(" ", 3) for line in (OWN / file).read_text("utf-8").splitlines() if line.startswith(verdicts)]
    assert len(rows) >= 10
    for verdict, seller, field, text in rows:
        severities = [flag.severity for flag in flags(seller, field, text)]
        if verdict == "fair":
            assert max(severities, default=0) <= NOTE, text
        else:
            assert severities == [NOTE if seller == "good" else EXPECTED[verdict]], text


@pytest.mark.parametrize(
    ("file", "severity", "fair", "fake"),
    [
        ("words", COUNTERFEIT, 3, 57),  # goods of all kinds
        ("second", COUNTERFEIT, 1, 26),
        ("praised", COUNTERFEIT, 0, 29),  # what is praised, and guilty texts behind excuses
        ("disguised", ALONE, 1, 53),
        ("hidden", ALONE, 0, 24),
    ],
)
def test_a_word_alone_accuses_no_stranger_and_sellers_of_copies_are_found(
    file: str, severity: int, fair: int, fake: int
) -> None:
    """At most so many honest texts of a stranger are accused, and at least so many guilty ones found."""
    accused = {"fair": 0, "fake": 0}
    for verdict, title, description in offers(f"counterfeit_{file}"):
        found = flags("nobody", "title", title, description=description)
        accused[verdict] += any(flag.severity >= severity for flag in found)
    assert accused["fair"] <= fair
    assert accused["fake"] >= fake


@pytest.mark.parametrize(
    ("file", "seller", "severity", "fair", "fake"),
    [
        ("third", "nobody", 85, 0, 64),
        ("third", "nobody", ALONE, 0, 66),
        ("third", "good", ALONE, 0, 0),
        ("fourth", "nobody", ALONE, 0, 18),
    ],
)
def test_so_it_is_of_fresh_marks_in_many_languages(file: str, seller: str, severity: int, fair: int, fake: int) -> None:
    """At most so many honest texts are accused, and at least so many guilty ones found."""
    accused = {"fair": 0, "fake": 0}
    for verdict, title, description in offers(f"counterfeit_{file}"):
        if verdict in accused:
            found = flags(seller, "title", title, FRESH, description=description, price="150")
            accused[verdict] += any(flag.severity >= severity for flag in found)
    assert accused["fair"] <= fair
    assert accused["fake"] >= fake


HEADPHONES = replace(
    BRAND,
    trademarks=(Trademark(text="TORVANE", also=("托万尼", "トルヴェイン", "Торвейн", "토르베인"), classes=(9,)),),
    products=tuple(
        Product(sku=name[:2], name=f"Torvane {name}", currency="EUR", floor_price=Decimal(79))
        for name in ("Q7 wireless headphones", "Nova bluetooth speaker", "Bud 3 earbuds")
    ),
)


@pytest.mark.parametrize(
    ("file", "inspector", "fair", "fake"),
    [
        ("for", Inspector([HEADPHONES]), 0, 34),
        ("for", Inspector([replace(HEADPHONES, products=())]), 0, 34),
        ("for_second", FRESH, 1, 18),
    ],
)
def test_for_hides_no_copy_of_whole_goods_and_accuses_no_maker_of_parts(
    file: str, inspector: Inspector, fair: int, fake: int
) -> None:
    accused = {"fair": 0, "fake": 0}
    for verdict, title, description in offers(f"counterfeit_{file}"):
        found = flags("nobody", "title", title, inspector, description=description)
        accused[verdict] += any(flag.severity >= ALONE for flag in found)
        assert all(flag.severity <= NOTE for flag in flags("good", "title", title, inspector, description=description))
    assert accused["fair"] <= fair
    assert accused["fake"] >= fake


def test_such_a_word_of_a_part_says_what_is_to_be_read() -> None:
    (flag,) = flags("nobody", "title", "Replica strap for Torvane headphones", Inspector([HEADPHONES]))
    assert (flag.rule, flag.severity) == ("counterfeit_words_aside", NOTE)
    assert 'names the mark "TORVANE" as what the goods go with' in flag.sentence


@pytest.mark.parametrize(
    ("title", "severity"),
    [
        ("Kestrin Aero 200 replica", ALONE),
        ("Kestrin Aero 200 replica, réplica", ALONE),          # one word in two languages
        ("Kestrin Aero 200 レプリカ replica", ALONE),
        ("Kestrin Aero 200 replica 1:1", COUNTERFEIT),         # two words
        ("Kestrin Aero 200 replica, top quality", ALONE),      # praise of its own
        ("Kestrin Aero 200 replica of top quality", COUNTERFEIT),
        ("Kestrin top replica", COUNTERFEIT),
        ("Top replica of the 1960 Kestrin radio", COUNTERFEIT),
        ("Premium replica Kestrin", COUNTERFEIT),
        ("Kestrin premium imitation bamboo fence", ALONE),     # what is praised is of bamboo
        ("Kestrin airsoft, top replica 1:1", ALONE),           # a copy for all to see
    ],
)  # fmt: skip
def test_what_makes_a_doubtful_word_sure(title: str, severity: int) -> None:
    (flag,) = flags("nobody", "title", title)
    assert flag.severity == severity
    assert (flag.rule == "counterfeit_words") == (severity == COUNTERFEIT)
    assert ("look at the goods" in flag.sentence) == (severity == ALONE)


FOSSIL = replace(
    BRAND,
    name="Fossil",
    trademarks=(Trademark(text="FOSSIL"),),
    products=(Product(sku="G", name="Fossil Grant watch", currency="EUR", floor_price=Decimal(100)),),
    detectors={"text_match": {"near_goods": ["Fossil"], "goods_words": ["watch"]}},
)


@pytest.mark.parametrize(
    ("title", "severities"),
    [
        ("Fossil watch 1:1 replica", [COUNTERFEIT]),
        ("Fossil watch best replica", [COUNTERFEIT]),
        ("Fossil watch replica", [ALONE]),
        ("Fossil watch, museum replica 1:1", [ALONE]),
        ("Ammonite fossil 1:1 replica", []),
    ],
)
def test_a_mark_that_is_a_word_for_copies_is_a_mark_on_its_goods(title: str, severities: list[int]) -> None:
    assert [flag.severity for flag in flags("nobody", "title", title, Inspector([FOSSIL]))] == severities


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Logo blurred.", ALONE),
        ("Logo covered in photos. Logo blurred, 图片打码", ALONE),
        ("Logo blurred. Replica inspired by the seventies", COUNTERFEIT),
    ],
)
def test_a_logo_that_is_hidden_in_the_photos_is_a_suspicion_and_no_more_by_itself(text: str, severity: int) -> None:
    assert [flag.severity for flag in flags("nobody", "description", text)] == [severity]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Replica.", COUNTERFEIT),
        ("It's a replica", COUNTERFEIT),
        ("Replica, not an original", COUNTERFEIT),
        ("The strap is imitation, nobody can tell", COUNTERFEIT),
        ("Replica bracket, not original box", ALONE),
        ("Imitation of a snake", ALONE),
    ],
)
def test_a_confession_below_the_title_is_sure(text: str, severity: int) -> None:
    assert [flag.severity for flag in flags("nobody", "description", text)] == [severity]


@pytest.mark.parametrize("verdict", ["fair", "fake"])
def test_a_book_about_fakes_is_no_fake(verdict: str) -> None:
    rows = [line.split(" ", 3) for line in (OWN / "about_fakes.txt").read_text("utf-8").splitlines()]
    texts = [(seller, field, text) for found, seller, field, text in rows if found == verdict]
    assert len(texts) >= 20
    for seller, field, text in texts:
        worst = max((flag.severity for flag in flags(seller, field, text)), default=0)
        assert (worst > NOTE) is (verdict == "fake"), text


def test_such_words_below_the_title_of_an_authorised_seller_are_for_a_person_to_read() -> None:
    (flag,) = flags("good", "description", "Mirror quality Kestrin")
    assert (flag.rule, flag.severity) == ("counterfeit_words_aside", NOTE)
    assert "read whether it is said of these goods" in flag.sentence
    (flag,) = flags("nobody", "description", "Mirror quality Kestrin")
    assert (flag.rule, flag.severity) == ("counterfeit_words", COUNTERFEIT)


def test_a_warning_in_one_sentence_does_not_excuse_the_next() -> None:
    assert not flags("nobody", "description", "Beware of replica headphones.")
    assert flags("nobody", "description", "Beware of thieves. This is a Kestrin 1:1 replica.")


TOLD = [
    "Kestrin warns of counterfeits", "Protects you from counterfeits, Kestrin serial number inside",
    "Counterfeits are sold as this Kestrin model; ours has the serial number",
    "We were once sold a counterfeit Kestrin, so we check each one", "Es gibt viele Plagiate im Netz",
    "Beschermd tegen namaak", "Skydd mot förfalskning", "Beskyttet mod forfalskning", "Cẩn thận hàng giả",
    "偽物が出回っています", "Ondata di contraffazione, comprate con fattura", "В сети много подделок: подделки Kestrin не звучат",
]  # fmt: skip


@pytest.mark.parametrize("text", TOLD)
def test_what_people_say_of_others_goods_is_for_a_person_to_read(text: str) -> None:
    assert all(
        (one.rule, one.severity) == ("counterfeit_words_aside", NOTE) for one in flags("nobody", "description", text)
    )


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Fälschung.", ["counterfeit_word_alone"]),
        ("To jest podróbka", ["counterfeit_word_alone"]),
        ("Contrefaçon. Envoi rapide.", ["counterfeit_word_alone"]),
        ("Fälschung? Nein.", []),
        ("Fälschungen: so erkennen Sie sie", []),
        ("Fälschungen\nAchten Sie auf das Siegel", ["counterfeit_words_aside"]),
    ],
)
def test_as_a_sentence_of_its_own_it_is_a_suspicion(text: str, rules: list[str]) -> None:
    assert [one.rule for one in flags("nobody", "description", text)] == rules


@pytest.mark.parametrize(
    "text",
    [
        "Nie są to oryginały", "Nie jest oryginalna", "مش أوريجينال", "غير أوريجينال", "Ini bukan barang asli", "Tidak original",
        "Это не оригинал", "Não é produto da marca",
    ],
)  # fmt: skip
def test_more_admissions(text: str) -> None:
    assert [one.severity for one in admissions("nobody", "Torvane Q7 headphones", text, Inspector([HEADPHONES]))] == [
        COUNTERFEIT
    ]


@pytest.mark.parametrize("text", ["Копия 1 в 1", "1:1 레플리카", "Kualitas KW1", "Copia exacta", "पहली कॉपी"])
def test_more_words_that_are_hardly_ever_innocent(text: str) -> None:
    assert [one.severity for one in flags("nobody", "description", text)] == [COUNTERFEIT]


@pytest.mark.parametrize("text", ["High quality counterfeit Kestrin", "Hochwertige Fälschung, kaum zu erkennen"])
def test_praised_it_is_said_of_these_goods(text: str) -> None:
    assert [one.severity for one in flags("nobody", "description", text)] == [COUNTERFEIT]


@pytest.mark.parametrize("crowd", ["for Kestrin shoes. ", "Kestrin shoes. ", "beware of high quality replica. "])
def test_nothing_hides_in_a_crowd(crowd: str) -> None:
    assert flags("nobody", "description", crowd * 500 + "Kestrin 1:1 replica")


def test_a_line_that_is_called_replica_is_no_copy() -> None:
    """A word in the name of a product of the brand, or one that the dossier ignores, says nothing about the goods."""
    named = replace(BRAND, products=(*BRAND.products, Product(sku="R", name="Kestrin Replica perfume")))
    ignoring = replace(BRAND, detectors={"text_match": {"ignore_words": ["Replica"]}})
    for brand in (named, ignoring):
        assert not flags("nobody", "title", "Kestrin Replica perfume 100 ml", Inspector([brand]))
        assert flags("nobody", "title", "Kestrin best replica", Inspector([brand]))


def test_the_brand_field_claims_as_the_title_does() -> None:
    assert [one.severity for one in flags("nobody", "title", "Triomphe bag 1:1 mirror quality", brand="Kestrin")] == [
        COUNTERFEIT
    ]


def test_a_doubtful_word_deep_in_a_short_description_is_for_a_person_to_read() -> None:
    (flag,) = flags("nobody", "description", "The cushions are soft imitation, the rest is steel")
    assert (flag.rule, flag.severity) == ("counterfeit_words_aside", NOTE)


def admissions(seller: str, title: str, description: str, inspector: Inspector) -> list[Flag]:
    return told("not_genuine", {"seller_id": seller, "title": title, "description": description}, inspector)


@pytest.mark.parametrize(
    ("file", "inspector", "fake"), [("not_genuine", Inspector([HEADPHONES]), 49), ("not_genuine_second", FRESH, 11)]
)
def test_goods_that_are_said_not_to_be_genuine_are_found_and_boxes_and_parts_left_alone(
    file: str, inspector: Inspector, fake: int
) -> None:
    surely = 0
    for verdict, title, description in offers(file):
        found = admissions("nobody", title, description, inspector)
        if verdict == "fair":
            assert not found, title
        surely += any(flag.severity == COUNTERFEIT for flag in found)
        assert all(flag.severity == NOTE for flag in admissions("good", title, description, inspector))
    assert surely >= fake


def test_an_admission_is_quoted() -> None:
    (flag,) = admissions("nobody", "Torvane Q7 headphones", "Kein Originalprodukt.", Inspector([HEADPHONES]))
    assert flag.sentence == (
        'The description says "Kein Originalprodukt", that the goods are not genuine, '
        'and the listing names the mark "TORVANE".'
    )
    (flag,) = admissions("nobody", "Torvane Q7 headphones", "Klingt sehr gut, kein Original.", Inspector([HEADPHONES]))
    assert (flag.rule, flag.severity) == ("not_genuine_perhaps", ALONE)


MIXED = replace(
    BRAND,
    trademarks=(Trademark(text="TORVANE"),),
    products=tuple(
        Product(sku=model, name=f"Torvane {model} {goods}", currency="EUR", floor_price=Decimal(79))
        for model, goods in (("X100", "vacuum cleaner"), ("Q7", "wireless headphones"), ("Lena", "handbag"))
    ),
)


@pytest.mark.parametrize(
    ("file", "brand", "fair", "fake"),
    [
        ("compatible_parts", MIXED, 0, 33),
        ("compatible_parts", replace(MIXED, products=()), 0, 34),
        ("compatible_parts_second", MIXED, 2, 21),
        ("compatible_parts_second", replace(MIXED, products=()), 4, 20),
    ],
)
def test_a_part_that_is_not_original_and_fits_the_mark_is_honest_trade(
    file: str, brand: Brand, fair: int, fake: int
) -> None:
    """At most so many honest parts are accused, and at least so many sellers of copies found."""
    inspector, accused = Inspector([brand]), {"fair": 0, "fake": 0}
    for verdict, title, description in offers(file):
        found = told("", {"seller_id": "nobody", "title": title, "description": description}, inspector)
        rules = ("counterfeit", "not_genuine")
        accused[verdict] += any(flag.severity >= ALONE for flag in found if flag.rule.startswith(rules))
    assert accused["fair"] <= fair
    assert accused["fake"] >= fake


@pytest.mark.parametrize(
    ("title", "description", "worst"),
    [
        ("Torvane X100 Rolle", "Kein Original, kompatibel mit Torvane X100", NOTE),
        ("Torvane X100 Rolle", "Nachbau, kein Original, passend für X100", NOTE),
        ("Torvane X100 Rolle", "Kein Original, 100 % kompatibel", NOTE),
        ("Torvane X100 Rolle", "Kein Original, kompatibel mit Dyson", COUNTERFEIT),
        ("Torvane X100 Rolle", "1:1 replica, not original, fits Torvane X100", COUNTERFEIT),
        ("Torvane X100 vacuum cleaner", "Not original, compatible with Torvane X100", COUNTERFEIT),
        ("Torvane bag, not original, replica 1:1", "", COUNTERFEIT),
    ],
)
def test_what_a_part_is_said_to_fit_makes_a_confession_a_note(title: str, description: str, worst: int) -> None:
    record = {"seller_id": "nobody", "title": title, "description": description}
    found = [flag for flag in told("", record, Inspector([MIXED])) if flag.rule.startswith(("counterfeit", "not_gen"))]
    assert max(flag.severity for flag in found) == worst
    if worst == NOTE:
        assert all("what the goods fit" in flag.sentence for flag in found)
