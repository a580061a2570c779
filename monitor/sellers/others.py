"""Whose a contact is by the words around it: hotlines of carriers and importers' mails stand in strangers' texts."""

import re
from functools import cache

from monitor.brands.roster import LEGAL_FORMS
from monitor.sellers.words import one_of, words

WITHIN, BLOCK = 90, 300
"""So many characters before a contact may name whose hotline it is, or begin the block that it is a part of."""
END = re.compile(
    r"(?<!tel)(?<!tél)(?<!fon)(?<!puh)(?<!тел)(?<!τηλ)(?<!tlf)[.!?;。！？；\n]\s|\n|[。！？；]", re.IGNORECASE
)
BEHIND = re.compile(
    r"\s{0,2}(?:[(（\[]\s?(?P<within>[^)）\]\n]{1,50})[)）\]]|[–—-]\s?(?P<after>[^,;.:\n]{1,40})(?![^,;.\n]))"
)
"""What is said behind a contact: in brackets, or after a dash; a label of what follows is not."""
LEAST_NAME = 4
"""Of a shorter name, a mail host that begins alike says nothing."""
AT = r"[\s:,(–—-]{0,3}(?:on|at|under|unter|an|au|al|en|при|на)?[\s:(+–—-]{0,3}$"
FORMS = "|".join(sorted(form for form in LEGAL_FORMS if len(form) > 2 and form not in ("and", "und", "spa")))
FIRM = rf"[^\n:;!?。；！？]{{0,50}}\b(?:{FORMS})\b"
"""A company's name, in small letters: "Hersteller Kiwi Toys Ltd."; shorter legal forms are words, too."""
LABEL = re.compile(r"(?:^|[\n.,;|。；，])\s*([^\W\d][^\n:.,;|。；，]{0,30}?)\s?:")
"""What stands before a colon, at the beginning of a line or a part of a sentence."""


def is_anothers(text: str, start: int, host: str = "") -> bool:
    """Whether what stands at a place in a text (NFKC) is said to be a carrier's, a service's or a marketplace's.

    Its name is right before, or in the same sentence before a word of customer service; or the text says what somebody
    does for the seller, and his name: "Versand mit Trolleo, Tel. …". `host` is that of a mail, which may be that name.
    """
    before = text[max(0, start - WITHIN) : start]
    sentence = END.split(before)[-1]
    if _another().search(sentence):
        return True
    served = _served().search(sentence)
    return bool(served and _is_name(served["name"])) or _is_host_of_served(before, host)


def is_called_anothers(text: str, end: int) -> bool:
    """Whether the words behind a contact that ends at a place in a text (NFKC) say that it is another's.

    "(Giftnotruf)", "(GLS Kundenservice)", "– Importeur".
    """
    said = BEHIND.match(text, end, end + BLOCK)
    if said is None:
        return False
    words_behind = _small(said["within"] or said["after"]).strip()
    by_whom, whose = _behind()
    return (
        whose.fullmatch(words_behind) is not None
        or (by_whom.search(words_behind) if said["within"] else by_whom.match(words_behind)) is not None
    )


def is_appointed(text: str, start: int, *, account: bool = False) -> bool:
    """Whether what stands at a place in a text (NFKC) is of a block that begins with the part somebody else plays.

    Such as the responsible person, the importer or the arbitration board. The block ends with a blank line, where the
    seller speaks of himself, and with a label of something else. An `account` is not of the bank that keeps it.
    """
    before = _small(text[max(0, start - BLOCK) : start])
    said = list(_parts(account=account).finditer(before))
    return bool(said and said[-1]["part"]) and all(
        _of_block().search(label[1]) for label in LABEL.finditer(before, said[-1].end())
    )


def _small(text: str) -> str:
    """A text in small letters, without what is left of a Turkish İ."""
    return text.lower().replace("\u0307", "")


@cache
def _another() -> re.Pattern[str]:
    known = words("other")
    name, service = one_of(known["names"]), "|".join(map(re.escape, known["services"]))
    return re.compile(
        rf"(?:{name})(?:(?: \w+)?{AT}|.*?(?:{service}))|(?:{service})\w*\s(?:\w+\s){{0,2}}(?:{name})", re.IGNORECASE
    )


@cache
def _served() -> re.Pattern[str]:
    """What is done for the seller, by whom, and up to the end only contacts and words that announce one."""
    known = words("other")
    announced = one_of({*known["services"], *known["block"], *words("phone")["announced"]})
    tail = rf"(?>[\s:,(–—|/-]|[\w.+-]+@[\w.-]+|(?:{announced})\.?|\+?\d[\d ()./-]{{4,20}})"
    return re.compile(rf"{_begin_of_served()}(?P<name>\w[^\n:;,!?()]{{0,40}}?){tail}++$", re.IGNORECASE)


@cache
def _served_by() -> re.Pattern[str]:
    return re.compile(_begin_of_served(), re.IGNORECASE)


def _begin_of_served() -> str:
    known = words("other")
    ours = rf"(?:(?:{one_of(known['ours'])})\w*\s){{0,2}}"
    return rf"(?:{one_of(known['trades'])})\w*(?:\s\w+){{0,2}}?(?:\s(?:{one_of(known['by'])})\s|\s?:\s?){ours}"


def _is_name(said: str) -> bool:
    """Whether who serves the seller is named: "Trolleo", not "bank transfer" or "Überweisung"."""
    first = said.split(maxsplit=1)[0]
    return not first[0].islower() and _means().match(first) is None


@cache
def _means() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('other')['means'])})", re.IGNORECASE)


def _is_host_of_served(before: str, host: str) -> bool:
    """Whether a mail host is named as who does something for the seller: "via Sendcloud, vragen? x@sendcloud.com"."""
    name = max(host.split(".")[:-1], key=len, default="")
    for served in _served_by().finditer(before) if len(name) >= LEAST_NAME else ():
        said = before[served.end() :]
        letters = "".join(filter(str.isalnum, said.casefold()))
        first = "".join(filter(str.isalnum, (said.split() or [""])[0].casefold()))
        if letters.startswith(name) or (len(first) >= LEAST_NAME and name.startswith(first)):
            return True
    return False


@cache
def _behind() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Parts that others play, wherever they stand; and what must be all that is said, as sellers say it of goods."""
    known = words("other")
    services = "|".join(map(re.escape, known["services"]))
    hotline = rf"(?:{one_of(known['names'])})\s\w*(?:{services})\w*"
    return (
        re.compile(one_of(known["parts"])),
        re.compile(rf"(?:\S+\s){{0,2}}(?:{one_of(known['labelled_parts'])})\w*|{hotline}"),
    )


@cache
def _parts(*, account: bool) -> re.Pattern[str]:
    """The parts others play, and what ends a block, in small letters, as a search without case takes twice as long.

    A part that sellers also say of themselves counts only as a label.
    """
    known = words("other")
    heads, labels = one_of({*known["parts"], *known["makers"]}), one_of(known["labelled_parts"])
    if not account:
        heads = rf"{heads}|(?:{one_of(known['banks'])})(?=\s?:)"
    ends = rf"\n\s*\n|{one_of(known['seller'])}"
    return re.compile(
        rf"(?P<part>{heads}|(?:{labels})(?=[^\n:.,;!?。，；！？]{{0,40}}(?:[\n:]|,?\s?$)|{FIRM}))|{ends}",
    )


@cache
def _of_block() -> re.Pattern[str]:
    return re.compile(one_of(words("other")["block"]), re.IGNORECASE)
