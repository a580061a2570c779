"""What a person types into a notice alleges no counterfeit by itself."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from monitor.complaints import Ground, channel, channels, typed_words
from monitor.complaints.letter_words import languages, table
from monitor.complaints.typed import alleged, doubts, grave_threats, threatening, words
from tests.complaints.complaint_world import CAPTURE, GIVEN, PURCHASE, draft, matter
from tests.complaints.test_complaint_command import HERE, LOOKED, confirm, judged, run  # noqa: F401


@pytest.mark.parametrize(
    "text",
    [
        "Counterfeit goods",
        "We bought this product and it is a counterfeit; the seller is a criminal.",
        "O produto é falsificado, comprado e testado.",
        "Your item is counterfeit.",
        "test buy confirmed",
        "经购买鉴定，该商品为假货。",
        "该商品系假冒注册商标的商品，请依法举报违法行为",
        "Pay 5000 EUR for selling counterfeits.",
        "Produktfälschungen",
        "c'est une contrefaçon",
        "подделки",
        "偽物です",
        "The goods are not genuine",
        "Replica",
        "sold as 1:1 高仿",
        "no counterfeit is meant",
        "These watches never left our works.",
        "Kein einziges Stück davon wurde von uns gefertigt.",
        "Die Ware stammt nicht aus unserem Haus.",
        "Ces montres ne sortent pas de nos ateliers.",
        "Estos relojes no han sido fabricados por nosotros.",
        "La merce non è autentica.",
        "Os relógios não são originais.",
        "Deze horloges zijn niet echt.",
        "Zegarki nie są oryginalne.",
        "Эти часы не являются подлинными.",
        "Klockorna är inte äkta.",
        "Bu saatler orijinal değildir.",
        "该手表并非我司生产",
        "当社が製造したものではありません",
        "당사가 제조한 제품이 아닙니다",
        "هذه الساعات ليست أصلية",
        "Our laboratory examined the watch.",
        "You are deceiving your customers.",
        "You are selling our brand illegally.",
    ],
)
def test_words_that_allege_a_counterfeit_are_read_in_all_languages(text: str) -> None:
    assert words(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mark misuse",
        "Uso ilegal de marca",
        "Unlawful use of trademark",
        "The seller uses our photo without a licence.",
        "商标侵权",
        "Please remove the listing within ten days and tell us who supplied the goods.",
        "Bitte entfernen Sie das Angebot; eine Kopie der Urkunde liegt bei.",
        "imitation leather strap",
        "未经许可使用我公司注册商标",
        "Please do not use our original photos.",
        "Die Marke AURELIA ist für uns eingetragen; Sie haben keine Lizenz.",
        "Merci de retirer nos photos de cette annonce.",
        "El vendedor usa nuestra marca sin licencia.",
        "Il venditore usa il nostro marchio senza licenza.",
        "Продавец использует наш товарный знак без разрешения.",
        "当社の商標を許可なく使用しています。",
        "상표를 무단으로 사용하고 있습니다.",
        "يستخدم البائع علامتنا التجارية",
    ],
)
def test_other_words_allege_none(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("name", "given", "found"),
    [
        ("mercadolibre_bpp", {"reason": "PPPI1"}, True),
        ("mercadolibre_bpp", {"reason": " pppi1 "}, True),
        ("mercadolibre_bpp", {"reason": "PPPI2"}, False),
        ("third_party", {"service": "Anti-Counterfeit Ltd"}, False),
        ("third_party", {"service": "Anti-Counterfeit Ltd; these goods are counterfeits" + " by looking" * 5}, True),
        ("market_authority", {"authority": "打击假冒办公室"}, False),
        ("market_authority", {"reported_name": "假货店"}, True),
        ("etsy", {"own_work": "https://brand.example/how-to-tell-a-fake"}, False),
        ("jd", {"reason": "该商品为假货"}, True),
        *((name, GIVEN[name], False) for name in channels()),
    ],
)  # fmt: skip
def test_values_are_read_by_field(name: str, given: dict[str, str], found: bool) -> None:
    assert bool(alleged(channel(name), given)) is found


@pytest.mark.parametrize(
    ("name", "given", "ground", "told"),
    [
        ("ebay_vero", {"reason_code": "9001"}, Ground.TRADEMARK, "look it up in the site's list"),
        ("ebay_vero", {"reason_code": "9037"}, Ground.TRADEMARK, ""),
        ("mercadolibre_bpp", {"reason": "PPPI4"}, Ground.TRADEMARK, "look it up in the site's list"),
        ("mercadolibre_bpp", {"reason": "PPPI1"}, Ground.TRADEMARK, "by words that a person typed, and no test buy"),
        ("mercadolibre_bpp", {"reason": "PPPI1"}, Ground.COUNTERFEIT, ""),
    ],
)
def test_what_nobody_compared_is_told(name: str, given: dict[str, str], ground: Ground, told: str) -> None:
    buys = (PURCHASE,) if ground is Ground.COUNTERFEIT else ()
    said = list(doubts(channel(name), draft(name, ground=ground, values=given, test_buys=buys)))
    assert bool(said) is bool(told)
    assert told in " ".join(said)


def test_a_typed_counterfeit_needs_a_reason_that_is_kept(run, tmp_path: Path) -> None:  # noqa: F811
    case = confirm(run, "text_match")
    typed = ("--set", "request=Pay 5000 EUR for selling counterfeits.")
    letter = ("complaint", "draft", "letter", case, *HERE, *typed, "--by", "t")
    code, said = run(*letter)
    assert (code, "by what you typed alone: --set request='Pay 5000 EUR" in said) == (2, True), said
    assert not (tmp_path / "w" / "complaints").exists()
    code, said = run(*letter, "--sure", "the title says 1:1 replica")
    assert (code, "Warning: a counterfeit is alleged by words that a person typed" in said) == (0, True), said
    shown = run("complaint", "show", 1)[1]
    assert "a counterfeit for sure: the title says 1:1 replica" in shown
    assert "as typed: country='CN'; request='Pay 5000 EUR for selling counterfeits.'" in shown
    assert (
        "Warning of the draft: a counterfeit is alleged by words"
        in run("complaint", "submit", 1, *LOOKED, "--by", "t")[1]
    )


@pytest.mark.parametrize(
    ("named", "refused"),
    [
        ("Some Other GmbH", True),
        ("s11", True),
        ("s1", False),
        ("S1 (Lux Deal GmbH, Berlin)", False),
        ("Lux Deal GmbH", True),
    ],
)
def test_a_letter_is_to_who_sells(named: str, refused: bool) -> None:
    missing = channel("letter").missing(draft("letter", values={"seller": named, "country": "CN", "pdf": "no"}))
    assert any("who is not the listings' seller" in one for one in missing) is refused


def test_a_letter_goes_to_whom_a_person_names_where_nobody_was_read() -> None:
    one = matter(1)
    one = replace(one, listing=replace(one.listing, seller_id="", seller_name=""))
    given = {"seller": "Lux Deal GmbH", "country": "CN", "pdf": "no"}
    assert channel("letter").missing(draft("letter", one, values=given)) == []


@pytest.mark.parametrize(
    ("name", "given", "told"),
    [
        ("letter", {"request": "Kindly see reason, o purveyor of lies."}, "request='Kindly see reason, o purveyor of lies.'"),
        ("third_party", {"service": "Example Ltd"}, ""),
        ("third_party", {"service": "Example Ltd " + "and what they say " * 8}, "service='Example Ltd and what"),
        ("letter", {"language": "de", "country": "DE, AT", "pdf": "no", "answer_by": "2026-06-01"}, ""),
        ("mercadolibre_bpp", {"reason": "PPPI2"}, ""),
        ("mercadolibre_bpp", {"reason": "whatever they say"}, "reason='whatever they say'"),
        ("etsy", {"own_work": "https://brand.example/how-to-tell-a-fake", "country": "US"}, ""),
        ("market_authority", {"reported_name": "某店"}, "reported_name='某店'"),
        ("ebay_vero", {"reason_code": "9037", "countries": "DE"}, ""),
        ("jd", {"reason": "x" * 900}, "and 100 characters more"),
    ],
)  # fmt: skip
def test_whatever_is_typed_is_told_as_what_nobody_else_says(name: str, given: dict[str, str], told: str) -> None:
    said = [one for one in doubts(channel(name), draft(name, values=given)) if one.startswith("nobody but you says")]
    assert bool(said) is bool(told)
    assert told in " ".join(said)


def test_notes_and_files_are_told_as_what_nobody_else_says() -> None:
    made = draft("jd", evidence=(replace(CAPTURE, kind="photo", note="a strange dial"),), attachments=("parcel.pdf",))
    said = " ".join(doubts(channel("jd"), made))
    assert "nobody but me says this: the note of case-1-capture-y, 'a strange dial'" in said
    assert "which were not read: 'parcel.pdf'" in said


def test_a_test_buy_says_what_is_typed() -> None:
    made = draft("letter", ground=Ground.COUNTERFEIT, values={"request": "Send them back."}, test_buys=(PURCHASE,))
    assert list(doubts(channel("letter"), made)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Pay 5000 EUR by Friday.",
        "Should you fail to comply we reserve the right to involve our lawyers.",
        "Unless you delist by Friday your eBay account will be reported and suspended.",
        "Do not make us escalate this matter.",
        "This will be passed to our counsel on Monday.",
        "Our solicitors are already instructed.",
        "Die Kosten unserer Inanspruchnahme tragen Sie.",
        "No legal action is intended if you remove it.",
        "Otherwise we will go to the police.",
        "Andernfalls erstatten wir Strafanzeige.",
        "Versez 2000 euros, sinon nous porterons plainte.",
        "Si no paga, lo denunciaremos a la policía.",
        "Pagate entro 48 ore.",
        "Pague ou chamaremos a polícia.",
        "Anders doen wij aangifte bij de politie.",
        "Zapłać, inaczej zawiadomimy policję.",
        "Заплатите, иначе мы обратимся в полицию.",
        "Betala, annars polisanmäler vi er.",
        "Ödeyin, aksi takdirde polise gideriz.",
        "请支付五千元，否则我们将报警。",
        "支払わなければ警察に通報します。",
        "돈을 보내지 않으면 경찰에 신고하겠습니다.",
        "ادفع وإلا أبلغنا الشرطة",
    ],
)
def test_threats_are_read_in_all_languages(text: str) -> None:
    assert threatening(text)


@pytest.mark.parametrize(
    "text",
    [
        "No legal steps are intended; we would just like to know where the goods come from.",
        "Es sind keine rechtlichen Schritte beabsichtigt; wir möchten nur wissen, woher die Ware stammt.",
    ],
)
def test_who_says_that_he_threatens_nothing_does_not(text: str) -> None:
    assert threatening(text) == []


@pytest.mark.parametrize(
    ("flag", "typed", "refused", "told"),
    [
        (("text_match", "counterfeit_words"), "Send 5000 EUR to our account.", True, True),
        (("text_match", "counterfeit_words"), "Otherwise we go to the police.", False, True),
        (("text_match", "counterfeit_words"), "Please remove the listing.", False, False),
    ],
)
def test_money_is_asked_for_with_a_reason_alone(run, flag, typed: str, refused: bool, told: bool) -> None:  # noqa: F811
    case = confirm(run, flag[0])
    letter = ("complaint", "draft", "letter", case, *HERE, "--set", f"request={typed}", "--by", "t")
    code, said = run(*letter)
    assert (code, "asked for money or threatened by what you typed" in said) == (
        (2, True) if refused else (0, False)
    ), said
    if refused:
        code, said = run(*letter, "--sure", "counsel wrote it")
        assert "asks for money or threatens, and why: counsel wrote it" in run("complaint", "show", 1)[1]
    assert (code, "Warning: the seller is threatened, or asked for money" in said) == (0, told), said
    again = run("complaint", "submit", 1, *LOOKED, "--by", "t")[1]
    assert ("Warning of the draft: the seller is threatened" in again) is told
    assert f"Warning of the draft: nobody but you says this: --set request='{typed}'" in again


@pytest.mark.parametrize(
    ("text", "alleges"),
    [
        ("Replica? No!", False),
        ("A fake? Never! Please remove our photo.", False),
        ("Fälschung? Nein!", False),
        ("¿Falso? ¡No!", False),
        ("Contrefaçon ? Non !", False),
        ("假货？不是！", False),
        ("偽物？いいえ。", False),
        ("Подделка? Нет", False),
        ("Replica? Yes!", True),
        ("Replica? No doubt!", True),
        ("Replica? No, a counterfeit!", True),
        ("Replica? No! A counterfeit.", True),
        ("Not a replica? No!", True),
        ("不是假货？不是！", True),
        ("You sell a replica of ours as genuine? No!", True),
        ("no replica", True),
    ],
)
def test_a_heading_that_denies_alleges_nothing(text: str, *, alleges: bool) -> None:
    assert bool(words(text)) is alleges


@pytest.mark.parametrize(
    "typed",
    [
        "Tell us your supplier, or we go to the police.",
        "Tell us your supplier, otherwise we will sue you.",
        "Nennen Sie Ihren Lieferanten, sonst verklagen wir Sie.",
        "Ignore this and your shop will be closed.",
    ],
)
def test_a_threat_for_nothing_alleged_is_refused(typed: str) -> None:
    values = {"request": typed}
    nothing = draft("letter", ground=Ground.NONE, rights=(), values=values)
    assert grave_threats(channel("letter"), nothing)
    assert not grave_threats(channel("letter"), draft("letter", values=values))


def sentences(kind: str, file: str = "typed_sentences.txt") -> list[str]:
    """The sentences of a kind in a file."""
    rows = Path(__file__).with_name(file).read_text("utf-8").splitlines()
    return [text for row in rows if not row.startswith("#") for what, _, text in [row.split(" | ", 2)] if what == kind]


def test_sentences_that_were_written_apart_are_read() -> None:
    assert [text for text in sentences("A") if not words(text)] == []
    assert [text for text in sentences("T") if not threatening(text)] == []
    assert [text for text in sentences("N") if words(text) or threatening(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "They make no genuine watches.",
        "We do not contest that the goods are not genuine.",
        "Zur Echtheit sagen wir: nicht echt.",
        "No test purchase is needed: it is a fake.",
        "No cuestionamos que carece de autenticidad.",
        "不主张其他，该表并非正品",
    ],
)
def test_what_denies_a_test_buy_hides_no_allegation(text: str) -> None:
    assert words(text)


@pytest.mark.parametrize("language", languages())
def test_what_our_own_letters_say_is_nothing_of_the_kind(language: str) -> None:
    said = table(language, "letter").values()
    assert [one for one in said if words(one) or threatening(one)] == []


@pytest.mark.parametrize(
    "text",
    [
        "We attach copies of the certificate; such goods are in our advertisement.",
        "The mark was assigned to us and the application was amended; it is a hot, sad subject.",
        "The faux leather strap and the fake fur collar are as described.",
        "Bitte entfernen Sie die Anzeige; Kopien der Urkunden liegen bei, Ersatz ist nicht nötig.",
        "Die falsche Artikelnummer und der Polierzustand stimmen nicht.",
        "A false size was given; see the summary on how to polish it.",
        "La foto è stata presa dal nostro sito.",
        "A causa de ello les pedimos una respuesta.",
        "Wij verzoeken u de advertentie te verwijderen.",
        "نرجو إزالة الإعلان وإبلاغنا باسم المورد.",
        "Não autorizamos o uso da nossa marca.",
        "Prosimy o usunięcie oferty i podanie nazwy dostawcy.",
    ],
)
def test_a_word_of_one_language_is_not_taken_for_another(text: str) -> None:
    assert (words(text), threatening(text)) == ([], [])


@pytest.mark.parametrize(
    "text",
    ["padělané zboží", "hamisítvány", "barang palsu", "підробка", "απομίμηση", "מזויף", "नकली", "জাল", "hàng giả", "väärennös",
     "ของปลอม", "falšovaný výrobek"],
)  # fmt: skip
def test_words_for_a_counterfeit_in_more_languages(text: str) -> None:
    assert words(text)


ANSWERED_NO = [
    "Genuine? No!",
    "Is it genuine? No.",
    "Are these watches genuine? Certainly not!",
    "Authentic? Not at all",
    "Original? No, sorry.",
    "Is the bag in your listing an original? No way.",
    "The real deal? Hardly!",
    "Genuine? No, they are not.",
    "Echt? Nein!",
    "Ist die Uhr echt? Sicher nicht.",
    "Original? Auf keinen Fall!",
    "Originalware? Nein, leider.",
    "Authentique ? Non !",
    "Est-ce un original ? Absolument pas.",
    "¿Auténtico? ¡No!",
    "¿Es original? Claro que no.",
    "Originale? No!",
    "È autentico? Assolutamente no.",
    "É original? Não!",
    "Origineel? Nee!",
    "Zijn ze echt? Zeker niet.",
    "Oryginalny? Nie!",
    "Czy to oryginał? Na pewno nie.",
    "Подлинник? Нет!",
    "Это оригинал? Конечно нет.",
    "Äkta? Nej!",
    "Är den äkta? Absolut inte.",
    "Orijinal mi? Hayır!",
    "Gerçek mi? Kesinlikle hayır.",
    "正品吗?不是!",
    "正品？不是",
    "这是真货吗？当然不是！",
    "是原装的吗？绝对不是。",
    "本物ですか？いいえ。",
    "正規品？違います！",
    "정품인가요? 아니요!",
    "정품? 아닙니다.",
    "أصلية؟ لا!",
    "هل هي أصلية؟ لا.",
    "Genuine – no!",
    "正品：否",
    "Genuine? No! We ask you to remove it.",
    "We looked at the listing. Genuine? No!",
    "Is the watch ours? No.",
    "Original product: no",
    "Sind die Schuhe echt? Nein.",
    "La montre est-ce un original ? Non.",
    "¿Es original el reloj? No.",
]
ANSWERED_ELSE = [
    "Genuine? Yes!",
    "Questions? No problem, just write to us.",
    "Any questions? No? Then please remove the photo.",
    "Did we give you leave to use our photo? No.",
    "May you use our mark? No!",
    "Is the photo yours? No, it is ours.",
    "Do you have a licence? No.",
    "Haben wir Ihnen das erlaubt? Nein!",
    "Sind Sie Vertragshändler? Nein.",
    "Avez-vous notre accord ? Non !",
    "¿Tienen permiso? ¡No!",
    "Avete il nostro permesso? No.",
    "Tem autorização? Não.",
    "Hebt u toestemming? Nee.",
    "Czy mają Państwo zgodę? Nie.",
    "Есть ли у вас разрешение? Нет.",
    "Har ni tillstånd? Nej.",
    "İzniniz var mı? Hayır.",
    "有授权吗？没有。",
    "是你们拍的照片吗？不是。",
    "許可がありますか？いいえ。",
    "허락을 받으셨나요? 아니요.",
    "هل لديكم إذن؟ لا.",
    "Replica? No!",
    "Fälschung? Nein!",
    "假货？不是！",
    "Genuine? No doubt about that.",
    "Original photo used with our leave? Please answer.",
    "Request: no further steps",
    "Original packaging: no",
    "Do you own the original invoice? No.",
    "Is the photo ours? No.",
    "Is our price real? No.",
    "Is the watch in the original box? No.",
    "Ist der Karton original? Nein.",
    "¿Tiene la factura original? No.",
    "La boîte est-elle originale ? Non.",
]
"""Written before any of them was read, as those above: 1 of the first 41 was told, and all of the first 26 left alone."""


@pytest.mark.parametrize("text", ANSWERED_NO)
def test_a_question_for_the_genuine_that_is_answered_with_no_alleges(text: str) -> None:
    assert words(text)


@pytest.mark.parametrize("text", ANSWERED_ELSE)
def test_other_questions_that_are_answered_with_no_allege_nothing(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize("one", ["Original box? No. ", "Genuine? No!\n", "Original box {}? No. "])
def test_each_question_is_read_once(monkeypatch: pytest.MonkeyPatch, one: str) -> None:
    calls = list[str]()
    read = typed_words.said
    monkeypatch.setattr(typed_words, "said", lambda text, *kinds: calls.append(text) or read(text, *kinds))
    typed_words.answered("".join(one.format(number) for number in range(300)))
    assert 0 < len(calls) < 30


def test_many_empty_lines_are_read_in_time() -> None:
    began = time.process_time()
    assert typed_words.answered("\n" * 10_000) == []
    assert time.process_time() - began < 1


@pytest.mark.parametrize("text", sentences("H", "harmless_sentences.txt"))
def test_who_says_so_in_any_language_threatens_nothing(text: str) -> None:
    assert threatening(text) == []


@pytest.mark.parametrize(
    "text",
    [
        *sentences("T", "harmless_sentences.txt"),
        "No legal steps are planned against you. Pay 500 EUR.",
        "If you do not answer today, no lawsuit is intended to be the last word.",
        "Wir drohen Ihnen nicht mit Konsequenzen, die Polizei kommt.",
        "Solange Sie schweigen, sind keine rechtlichen Schritte geplant.",
        "Nous n'envisageons aucune action en justice. Vous serez ruiné.",
        "我们无意采取法律手段，请赔偿5000元。",
        "我们不得不追究责任。",
        "これは警告ではありません。訴えます。",
        "No queremos hablar. Acciones legales mañana.",
        "Non vogliamo parlare. Azione legale domani.",
        "Не хотим ждать. В суд!",
        "We zijn niet van plan te wachten. Juridische stappen volgen.",
        "Nie chcemy czekać. Kroków prawnych nie unikniecie.",
        "Não queremos conversar. Processar é o próximo passo.",
        "Nous n'avons pas l'intention de discuter : poursuivre est notre métier.",
        "لا نريد الكلام. إجراءات قانونية غدا.",
        "We don't want to talk. We sue you.",
        "We do not threaten. Consequences follow on Monday.",
        "We will not threaten you with consequences, legal action is filed already.",
        "This is no threat of a lawsuit. We sue on Monday.",
    ],
)
def test_who_says_so_and_threatens_for_all_that_is_told(text: str) -> None:
    assert threatening(text)
