"""The letter as .docx and .pdf: the same words, every script that a font holds, and none left out in silence."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pypdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from monitor.complaints import Ground, channel, letter
from monitor.complaints.drafting import compose
from monitor.complaints.fonts import BUILT_IN, Font, choose, found_fonts
from monitor.complaints.grounds import ADDS, CARRIES
from monitor.complaints.grouping import split
from monitor.complaints.letter_words import countries_in, languages, reasons_in, table
from monitor.complaints.pdf import pdf, unreadable
from monitor.complaints.rights import Register
from monitor.complaints.sheets import letter as docx_letter
from monitor.errors import ConfigurationError
from tests.complaints.complaint_world import DAY, MARK, WHO, draft, matter
from tests.complaints.test_complaint_command import confirm, judged, run  # noqa: F401

WAY = channel("letter")
LATIN = Font(Path(BUILT_IN), 0)
PARTS = [("收件人", ["深圳某店 & Co. <b>", "https://m.example/" + "x" * 300])]


@pytest.fixture(scope="module")
def chinese(tmp_path_factory: pytest.TempPathFactory) -> Font:
    """A font of squares for the characters of the test, and Latin ones."""
    names = {ord(c): f"u{ord(c):04X}" for c in sorted({*"收件人深圳某店", *map(chr, range(32, 127))})}
    pen = TTGlyphPen(None)
    for step, point in ((pen.moveTo, (0, 0)), (pen.lineTo, (0, 900)), (pen.lineTo, (900, 900)), (pen.lineTo, (900, 0))):
        step(point)
    pen.closePath()
    square = pen.glyph()
    build = FontBuilder(1000, isTTF=True)
    build.setupGlyphOrder([".notdef", *names.values()])
    build.setupCharacterMap(names)
    build.setupGlyf(dict.fromkeys([".notdef", *names.values()], square))
    build.setupHorizontalMetrics(dict.fromkeys([".notdef", *names.values()], (1000, 0)))
    build.setupHorizontalHeader(ascent=900, descent=-100)
    build.setupNameTable({"familyName": "Squares", "styleName": "Regular"})
    build.setupOS2(sTypoAscender=900, sTypoDescender=-100)
    build.setupPost()
    path = tmp_path_factory.mktemp("fonts") / "squares.ttf"
    build.save(path)
    return Font(path, 0)


def words(content: bytes) -> str:
    """The text of a .pdf, its lines joined."""
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return "".join(page.extract_text() for page in pages).replace("\n", "")


def test_chinese_is_set_and_embedded(chinese: Font) -> None:
    made = pdf("Aurelia: your listings", PARTS, DAY, [LATIN, chinese])
    said = words(made)
    for part in ("Aurelia: your listings", "收件人", "深圳某店 & Co. <b>", "x" * 300):
        assert part in said
    assert made == pdf("Aurelia: your listings", PARTS, DAY, [LATIN, chinese])
    fonts = [font.get_object() for page in pypdf.PdfReader(io.BytesIO(made)).pages
             for font in page["/Resources"]["/Font"].get_object().values()]  # fmt: skip
    assert {str(font["/BaseFont"]).rpartition("+")[2].split("-")[0] for font in fonts} == {"Squares"}, (
        "what is not embedded is not mixed in"
    )


def test_a_letter_that_no_font_holds_is_named(chinese: Font) -> None:
    assert unreadable("x", PARTS, [LATIN]) == "".join(sorted("收件人深圳某店"))
    with pytest.raises(ConfigurationError, match="fonts-noto-cjk"):
        pdf("x", PARTS, DAY, [LATIN])
    assert unreadable("x", [("a", ["שלום", "سلام", "ไม่"])], [LATIN, chinese]) != ""


def test_signs_are_written_as_numbers(chinese: Font) -> None:
    made = pdf("Best \U0001f600 deal ★", [("a", ["b"])], DAY, [LATIN])
    assert "Best [U+1F600] deal [U+2605]" in words(made)


def test_only_the_fonts_that_are_needed_are_taken(chinese: Font) -> None:
    assert choose("abc", [chinese, LATIN]) == ([chinese], "")
    assert choose("é", [chinese, LATIN]) == ([LATIN], "")
    assert choose("某é", [chinese, LATIN]) == ([chinese], "é")
    assert found_fonts([]) == (LATIN,)


def test_a_broken_font_is_as_good_as_none(tmp_path: Path) -> None:
    for name in ("DejaVuSans.ttf", "wqy-zenhei.ttc", "unknown.ttf"):
        (tmp_path / name).write_bytes(b"no font")
    broken, collection, latin = found_fonts([tmp_path])
    assert (broken.path.name, collection.path.name, latin) == ("DejaVuSans.ttf", "wqy-zenhei.ttc", LATIN)
    assert choose("a某", (broken, collection, latin)) == ([LATIN], "某")


def test_a_draft_says_what_cannot_be_set_and_how_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monitor.complaints.pdf.found_fonts", lambda: (LATIN,))
    one = draft("letter", values={"seller": "某店 s1"})
    assert any("a font of this machine for 店某" in text and "pdf=no" in text for text in WAY.missing(one))
    without = replace(one, values={"seller": "某店 s1", "pdf": "no"})
    assert WAY.missing(without) == []
    assert set(WAY.files(without)) == {"letter.docx", "form.json"}
    assert any("write yes or no" in text for text in WAY.missing(replace(one, values={"pdf": "maybe"})))


def test_both_letters_say_the_same() -> None:
    files = WAY.files(draft("letter", matter(1, title="watch")))
    said = [one.text for one in docx.Document(io.BytesIO(files["letter.docx"])).paragraphs]
    set_ = words(files["letter.pdf"]).replace(" ", "")
    for paragraph in filter(None, said):
        assert paragraph.replace(" ", "") in set_
    assert "It shows counterfeit_words." in " ".join(said)
    assert letter.Letter.takes_evidence is False


def test_each_language_says_all_that_a_letter_says() -> None:
    assert set(languages()) == {"de", "en", "es", "fr", "it", "zh"}
    for language in languages():
        assert table(language, "letter").keys() == table("en", "letter").keys()
        if language not in ("en", "zh"):
            assert {rule for _, rule in {*CARRIES, *ADDS}} | {"not_listed"} <= table(language, "says").keys()
            assert table(language, "right").keys() == table("de", "right").keys()


@pytest.mark.parametrize("language", languages())
def test_a_letter_is_in_one_language(language: str) -> None:
    """But for what the listing, the seller and the brand are called."""
    right = replace(MARK, classes=(14,), valid_until=date(2031, 5, 4))
    one = draft("letter", values={"language": language, "pdf": "no", "seller": "Shop, s1"}, rights=(right,))
    assert WAY.missing(one) == []
    said = [part.text for part in docx.Document(io.BytesIO(WAY.files(one)["letter.docx"])).paragraphs]
    words = table(language, "letter")
    for key in ("salutation", "infringing", "our_rights", "goods", "closing"):
        assert words[key] in said
    english = ("Dear", "Please", "class 14", "valid until", "It shows", "trademark")
    assert [word for word in english if word in " ".join(said)] == (list(english) if language == "en" else [])
    (hint,) = WAY.hints(draft("letter")) or ("",)
    assert "--set language=zh" in hint
    assert not list(WAY.hints(one))


@pytest.mark.parametrize(("language", "several"), [("de", "Klassen 11, 21, 4"), ("it", "classi 11, 21, 4")])
def test_a_letter_names_the_seller_as_he_does_and_counts_classes(language: str, several: str) -> None:
    posing = matter(1, ("unauthorized_seller", "impersonation"))
    (flag,) = posing.finding.flags
    part = replace(flag.evidence[0], field="seller_name", observed="Aurelia")
    posing = replace(
        posing,
        listing=replace(posing.listing, seller_name="Aurelia Official Shop"),
        finding=replace(posing.finding, flags=(replace(flag, evidence=(part,)),)),
    )
    one = draft("letter", posing, values={"language": language}, rights=(replace(MARK, classes=(11, 21, 4)),))
    said = " ".join(part.text for part in docx.Document(io.BytesIO(WAY.files(one)["letter.docx"])).paragraphs)
    assert table(language, "says")["impersonation"].format(seen="Aurelia Official Shop") in said
    assert several in said


def test_an_unknown_language_is_told() -> None:
    assert any("write one of: de, en, es" in text for text in WAY.missing(draft("letter", values={"language": "xx"})))


def test_one_seller_a_letter() -> None:
    """The same number on another marketplace is somebody else."""
    twin = matter(2)
    twin = replace(twin, listing=replace(twin.listing, marketplace="shop-b.example", seller_name="Beta Ltd"))
    assert any(text.startswith("seller (") for text in WAY.missing(draft("letter", matter(1), twin)))
    assert len(split(WAY, [matter(1), twin], Register(complainant=WHO, rights=(MARK,), folder=Path()), "", [])) == 2
    other = matter(2)
    other = replace(other, listing=replace(other.listing, seller_id="s2", seller_name="Other"))
    assert any(text.startswith("seller (") for text in WAY.missing(draft("letter", matter(1), other)))


@pytest.mark.parametrize(
    ("territory", "flag", "lacks"),
    [
        ("DE", ("text_match", "disguise"), "a mark registered for DE"),
        ("CN", ("text_match", "disguise"), ""),
        ("", ("text_match", "disguise"), "the country in which case 1 is offered"),
        ("XX", ("text_match", "disguise"), "the country in which case 1 is offered"),
    ],
)
def test_a_letter_alleges_nothing_by_a_mark_of_another_country(
    territory: str, flag: tuple[str, str], lacks: str
) -> None:
    missing = "; ".join(
        WAY.missing(draft("letter", matter(1, flag, territory=territory, url="https://shop.example/1")))
    )
    assert (lacks in missing) if lacks else missing == ""


def test_a_letter_without_an_allegation_says_nothing_of_rights() -> None:
    cheap = matter(1, ("low_price", "below_floor"), territory="DE", title="Meridian 40, boxed")
    register = Register(rights=(MARK,), complainant=WHO, folder=Path())
    made = compose(WAY, [cheap], register, brand="Aurelia", today=DAY)
    assert (made.ground, tuple(made.rights)) == (Ground.NONE, ())
    assert WAY.missing(made) == []
    said = "\n".join(one.text for one in docx.Document(io.BytesIO(WAY.files(made)["letter.docx"])).paragraphs)
    assert "rights" not in said
    assert "AURELIA" not in said
    assert f"{cheap.listing.url}: Meridian 40, boxed" in said, "the goods that it asks about"
    with pytest.raises(ConfigurationError, match="are no ground for letter"):
        compose(WAY, [cheap], register, brand="Aurelia", today=DAY, wanted="trademark")


def test_a_letter_is_one() -> None:
    """Whom it addresses, by when it is answered, and who signs it."""
    files = WAY.files(draft("letter", matter(1)))
    said = [one.text for one in docx.Document(io.BytesIO(files["letter.docx"])).paragraphs]
    for part in ("Dear Sir or Madam,", "Please answer by 2026-05-18.", "Yours faithfully,", "J. Weber"):
        assert part in said
        assert part.replace(" ", "") in words(files["letter.pdf"]).replace(" ", "")
    assert said[-1] == "Aurelia GmbH"
    for day in ("soon", "2026-05-04", "2026-02-30"):
        assert any(text.startswith("answer_by is") for text in WAY.missing(draft("letter", values={"answer_by": day})))
    other = WAY.files(draft("letter", values={"answer_by": "2026-06-01"}))
    assert "Please answer by 2026-06-01." in words(other["letter.pdf"])


def test_who_acts_for_the_owner_says_so() -> None:
    agent = replace(WHO, legal_name="Agent Ltd", owner="Aurelia GmbH")
    made = WAY.files(draft("letter", complainant=agent))
    said = "\n".join(one.text for one in docx.Document(io.BytesIO(made["letter.docx"])).paragraphs)
    assert "acting for Aurelia GmbH, who owns the rights" in said
    assert "Our rights" not in said


def test_a_letter_about_pictures_asks_for_the_pictures() -> None:
    own = draft("letter", matter(1, ("photo_match", "own_photo")), ground=Ground.COPYRIGHT)
    assert "remove our pictures" in WAY.values(own)["request"]
    said = "\n".join(one.text for one in docx.Document(io.BytesIO(WAY.files(own)["letter.docx"])).paragraphs)
    assert "offer goods in" not in said, "a copyright counts everywhere"
    assert "These listings offer goods in: China." in words(WAY.files(draft("letter", matter(1)))["letter.pdf"])


@pytest.mark.parametrize("more", [("--internal",), ("--internal", "--evidence"), ("--internal", "--no-evidence")])
def test_what_is_ours_alone_goes_to_no_seller(run, tmp_path: Path, more: tuple[str, ...]) -> None:  # noqa: F811
    case = confirm(run, "text_match")
    draft = ("complaint", "draft", "letter", case, "--set", "country=CN", "--set", "pdf=no", "--by", "t")
    code, said = run(*draft, *more)
    assert (code, "--internal: what is ours alone goes to no seller" in said) == (2, True), said
    assert not (tmp_path / "w" / "complaints").exists()
    (tmp_path / "n.txt").write_text("ours", "utf-8")
    sealed = run("evidence", "add", case, "--kind", "note", "--note", "ours", tmp_path / "n.txt", "--by", "t")
    assert sealed[0] == 0, sealed
    code, said = run(*draft, "--evidence")
    assert (code, "stays here" in said, "--internal" in said) == (0, True, False), said


@pytest.mark.parametrize(
    ("language", "title", "listed", "where"),
    [
        ("en", "Notice of infringement: Aurelia", "watch (seen on 2026-", "goods in: China."),
        ("de", "Hinweis auf eine Rechtsverletzung: Aurelia", "watch (gesehen am ", "angeboten: China."),
        ("fr", "Signalement d'une atteinte à des droits : Aurelia", "watch (annonce vue le ", "pays suivants : Chine."),
        ("it", "Segnalazione di una violazione di diritti: Aurelia", "watch (inserzione vista il ", "in: Cina."),
        ("zh", "Aurelia：侵权通知", "watch（2026年", "：中国。"),
    ],
)
def test_a_letter_says_what_it_is_about(language: str, title: str, listed: str, where: str) -> None:
    """What is alleged, which goods were seen and when, the country by its name, and where the sender is."""
    one = draft("letter", values={"language": language, "pdf": "no"})
    said = [part.text for part in docx.Document(io.BytesIO(WAY.files(one)["letter.docx"])).paragraphs]
    assert (said[0], WHO.address in said) == (title, True)
    assert [text for text in said if one.links[0] in text and listed in text]
    assert [text for text in said if text.endswith(where)]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de", "Die Seite verwendet das Wort „Aurelia“ und nennt „AURELIA“ oder ein Produkt der Marke."),
        ("es", "La página emplea la palabra «Aurelia» y nombra «AURELIA» o un producto de la marca."),
        ("fr", "La page emploie le mot « Aurelia » et nomme « AURELIA » ou un produit de la marque."),
        ("it", "La pagina usa la parola «Aurelia» e nomina «AURELIA» o un prodotto del marchio."),
        ("zh", "商品页面出现用语「Aurelia」，并提及「AURELIA」或其商品。"),
    ],
)
def test_what_is_said_to_who_decides_is_said_to_others_in_no_language(language: str, told: str) -> None:
    word = matter(1, ("text_match", "counterfeit_word_alone"))
    assert reasons_in(draft("letter", word), word, language) == told


def test_a_country_without_a_name_stands_as_its_code() -> None:
    assert countries_in("DE, TV", "fr") == "Allemagne, TV"
    assert countries_in("DE, TV", "zh") == "德国、TV"
    names = [set(table(language, "countries")) for language in languages()]
    assert all(one == names[0] for one in names)


def test_the_hint_names_the_country_of_the_listings() -> None:
    listing = matter(1, ("low_price", "below_floor"), territory="FR", url="https://shop.example/1")
    (hint,) = WAY.hints(draft("letter", listing))
    assert "for FR there is --set language=fr" in hint


@pytest.mark.parametrize(
    ("text", "eastern"),
    [
        ("Die Seite verwendet die Marke „AURELIA“ in der Schreibweise „Аurelia“.", False),
        ("Die Seite zeigt „奥蕾莉亚“, was der Marke nahekommt.", False),
        ("该页面使用“奥蕾莉亚”字样（AURELIA）。", True),
        ("____________________", False),
        ("", False),
    ],
)
def test_quotes_take_the_room_that_they_have_in_the_language(text: str, *, eastern: bool) -> None:
    """A Chinese font has quotes as wide as a sign, which are a gap in a German sentence."""
    made = docx.Document(io.BytesIO(docx_letter("Titel", [("", [text])], DAY)))
    fonts = made.styles["Normal"].element.rPr.rFonts
    kinds = {kind: fonts.get(f"{{{fonts.nsmap['w']}}}{kind}") for kind in ("ascii", "hAnsi", "eastAsia")}
    assert "CJK" in kinds["eastAsia"]
    assert "CJK" not in kinds["ascii"] + kinds["hAnsi"]
    assert ('w:hint="eastAsia"' in made.paragraphs[-1]._p.xml) is eastern
