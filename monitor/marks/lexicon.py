"""The words around a mark, by language, from the files in `words/`."""

import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

ACCESSORIES = ("words", "endings", "beginnings", "not", "with", "with_after", "sets", "drives")
NOT_GENUINE = (
    "said",
    "fakes",
    "faked",
    "denies",
    "genuine",
    "things",
    "subject",
    "opens",
    "priced",
    "cheap",
    "ones",
    "stuff",
    "prices",
    "unless",
    "if",
)
REFUSAL = (
    "unlike",
    "away",
    "seek",
    "about",
    "genuine",
    "article",
    "around",
    "these",
    "best",
    "outdone",
    "sellers",
    "selling",
    "ourselves",
)
SENSES = (
    "grade",
    "stones",
    "bare_stones",
    "not_stones",
    "of_stones",
    "not_beside",
    "gifts",
    "takes_off",
    "takers",
    "amounts",
    "prices",
    "counted",
)
SUITED = ("labels", "devices")
SECTIONS = ("descriptive", "negation", "comparison", "claim")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Phrases right before or right after a mark, after its model, or governing all that follows in the clause.

    `endings` are ends of words after the mark that say "for" (Hungarian -hoz), `suffixes` are what says so behind a
    hyphen or a colon (Finnish :lle). `lower` are phrases before the mark that say so in lower case only ("pro"),
    `apart` two words between which others may stand ("works like a charm with"), `around` what stands on both sides.
    `liked` are phrases that end with a comparison and are none ("if you like"), `such` those that only name one of
    several behind what its goods fit or beside makers ("*s like"), unless a word of `likened` is near ("as good as").
    Behind one of `styles` one of `manners` says of what style the mark's own goods are ("<mark> stile vintage"), and
    one of `sizes` may go on.
    """

    before: frozenset[str]
    after: frozenset[str]
    after_model: frozenset[str]
    governs: frozenset[str]
    endings: frozenset[str]
    suffixes: frozenset[str]
    lower: frozenset[str]
    apart: frozenset[str]
    around: frozenset[str]
    liked: frozenset[str]
    such: frozenset[str]
    likened: frozenset[str]
    styles: frozenset[str]
    manners: frozenset[str]
    sizes: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All languages together; every phrase is in normal form (see `normal`)."""

    cues: dict[str, Cues]
    strong: frozenset[str]
    told: frozenset[str]
    boast: frozenset[str]
    weak: frozenset[str]
    covers: frozenset[str]
    close: frozenset[str]
    grade: frozenset[str]
    graded: frozenset[str]
    """`grade` is a grade of quality, by which copies are sold too, unless one of `graded` stands in the text: words for
    batteries and what runs on them, for games, stones, wood, food and sizes."""
    admits: frozenset[str]
    same: frozenset[str]
    outside: frozenset[str]
    """`same` says that a thing is as that of the original, `outside` are boxes, labels and logos."""
    reissue: frozenset[str]
    """What makers and museums say of a new edition of an old piece."""
    unreal: frozenset[str]
    stuff: frozenset[str]
    devices: frozenset[str]
    """`unreal` words before one of `stuff` name a material or an effect: imitation marble, a fake flame;
    `devices` behind it do not."""
    copies: frozenset[str]
    of: frozenset[str]
    beside: frozenset[str]
    innocent: frozenset[str]
    denial: frozenset[str]
    denial_after: frozenset[str]
    answers: frozenset[str]
    notice: frozenset[str]
    offer: frozenset[str]
    turn: frozenset[str]
    opener: frozenset[str]
    states: frozenset[str]
    """`states` are pronouns and verbs by which a sentence says what the goods are; "the" and "all" open one too."""
    sells: frozenset[str]
    """By what a sentence says that we sell what it names."""
    official: frozenset[str]
    makers: frozenset[str]
    not_official: frozenset[str]
    not_official_after: frozenset[str]
    fans: frozenset[str]
    lines: frozenset[str]
    shop: frozenset[str]
    own_shops: frozenset[str]
    any_shops: frozenset[str]
    """Of those of `shop` what makers keep, and what may be a dealer's, too."""
    used: frozenset[str]
    mends: frozenset[str]
    """Words for what shops do with goods of a mark that is not theirs: trade in used ones; mend them, sell parts."""
    countries: frozenset[str]
    """Two letters by which shops of many countries tell theirs."""
    plain: frozenset[str]
    """Words beside a mark that make no other name of it: "deals", a country."""
    cities: frozenset[str]
    cities_in: dict[str, frozenset[str]]
    ordinary: frozenset[str]
    """Words of two Chinese signs that are said of goods, or may stand before them otherwise."""
    legal: frozenset[str]
    goods: frozenset[str]
    """Words that are written together with a mark; `near_goods` are those that say something of goods, and
    `named_goods` those that are some."""
    near_goods: frozenset[str]
    named_goods: frozenset[str]
    fillers: frozenset[str]
    articles: frozenset[str]
    joiners: frozenset[str]
    joins: frozenset[str]
    """`joiners` stand between the items of a list; `joins` between two names that are one."""
    copulas: frozenset[str]
    particles: frozenset[str]
    """`copulas` make two words of a bare "not" (não é); `particles` are written together with what stands before."""
    whom: frozenset[str]
    names: frozenset[str]
    surnames: frozenset[str]
    codes: frozenset[str]
    inflections: frozenset[str]
    technology: frozenset[str]
    labels: frozenset[str]
    several: frozenset[str]
    elsewhere: frozenset[str]
    sought: frozenset[str]
    """`labels` open a list of words to be found by, `several` say that goods of several makers are sold or compared,
    `elsewhere` that a sentence is of what else a seller has, or of whose a mark is, and `sought` are makers whom buyers
    everywhere look for."""
    not_genuine: dict[str, frozenset[str]]
    """Words that say that goods are not genuine, and the pieces of such; what else may stand in their clause, what
    opens one, what is a material, and what excuses a sentence."""
    suited: dict[str, frozenset[str]]
    """`labels` name what a word for "suits" says more of (its season), `devices` are such as goods go with and no goods
    of the mark."""
    refusal: dict[str, frozenset[str]]
    """What `REFUSAL` lists: words by which copies are named to send them away, what says that goods are genuine, and
    what a text about copies is called."""
    senses: dict[str, frozenset[str]]
    """What `SENSES` lists: grades that stones have too, stones, words that are none, what is said of stones; a word for
    a copy that also takes off, who does so, amounts, and prices."""
    turkish: frozenset[str]
    """Words by which a text is Turkish, where ı is a natural i."""
    accessories: dict[str, frozenset[str]]
    """What `ACCESSORIES` lists: words for goods that others make for goods, and the words around them that matter."""


def normal(text: str) -> str:
    """Compatibility form, case and spaces made one, accents kept; what phrases and contexts are compared in."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().replace("’", "'").split())


@cache
def lexicon() -> Lexicon:
    """All word files, read once."""
    tables = [
        tomllib.loads(entry.read_text("utf-8"))
        for entry in sorted((files("monitor.marks") / "words").iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".toml")
    ]

    def gather(section: str, key: str) -> frozenset[str]:
        phrases: Iterable[str] = (phrase for table in tables for phrase in table.get(section, {}).get(key, ()))
        return frozenset(normal(phrase) for phrase in phrases)

    return Lexicon(
        cues={
            section: Cues(
                before=gather(section, "before"),
                after=gather(section, "after"),
                after_model=gather(section, "after_model"),
                governs=gather(section, "governs"),
                endings=gather(section, "endings"),
                suffixes=gather(section, "suffixes"),
                lower=gather(section, "lower"),
                apart=gather(section, "apart"),
                around=gather(section, "around"),
                liked=gather(section, "liked"),
                such=gather(section, "such"),
                likened=gather(section, "likened"),
                styles=gather(section, "styles"),
                manners=gather(section, "manners"),
                sizes=gather(section, "sizes"),
            )
            for section in SECTIONS
        },
        strong=gather("counterfeit", "strong"),
        told=gather("counterfeit", "told"),
        boast=gather("counterfeit", "boast"),
        weak=gather("counterfeit", "weak"),
        covers=gather("counterfeit", "covers"),
        close=gather("counterfeit", "close"),
        grade=gather("counterfeit", "grade"),
        graded=gather("counterfeit", "graded"),
        admits=gather("counterfeit", "admits"),
        same=gather("counterfeit", "same"),
        outside=gather("counterfeit", "outside"),
        reissue=gather("counterfeit", "reissue"),
        unreal=gather("counterfeit", "unreal"),
        stuff=gather("counterfeit", "stuff"),
        devices=gather("counterfeit", "devices"),
        copies=gather("counterfeit", "copies"),
        of=gather("counterfeit", "of"),
        beside=gather("counterfeit", "beside"),
        innocent=gather("counterfeit", "innocent"),
        denial=gather("counterfeit", "denial"),
        denial_after=gather("counterfeit", "denial_after"),
        answers=gather("counterfeit", "answers"),
        notice=gather("counterfeit", "notice"),
        offer=gather("counterfeit", "offer"),
        turn=gather("counterfeit", "turn"),
        opener=gather("counterfeit", "opener"),
        states=gather("counterfeit", "states"),
        sells=gather("counterfeit", "sells"),
        official=gather("official", "words") | gather("official", "makers"),
        makers=gather("official", "makers"),
        not_official=gather("official", "denial"),
        not_official_after=gather("official", "denial_after"),
        fans=gather("official", "fans"),
        lines=gather("official", "lines"),
        shop=gather("shop", "words"),
        own_shops=gather("shop", "own"),
        any_shops=gather("shop", "any"),
        used=gather("shop", "used"),
        mends=gather("shop", "mends"),
        countries=gather("shop", "countries"),
        plain=gather("shop", "plain") | gather("places", "countries"),
        cities=gather("places", "cities"),
        cities_in={country: gather("cities_in", country) for country in gather("shop", "countries")},
        ordinary=gather("ordinary", "words"),
        legal=gather("legal", "words"),
        goods=gather("goods", "words") | gather("goods", "trade") | gather("goods", "joined"),
        near_goods=gather("goods", "words") | gather("goods", "trade"),
        named_goods=gather("goods", "words"),
        fillers=gather("fillers", "words") | gather("fillers", "articles"),
        articles=gather("fillers", "articles"),
        joiners=gather("lists", "words"),
        joins=gather("lists", "joins"),
        copulas=gather("negation", "copulas"),
        particles=gather("particles", "words"),
        whom=gather("whom", "words"),
        names=gather("names", "words"),
        surnames=gather("surnames", "words"),
        codes=gather("codes", "words"),
        inflections=gather("inflections", "words"),
        technology=gather("technology", "words"),
        labels=gather("stuffing", "labels"),
        several=gather("stuffing", "several"),
        elsewhere=gather("stuffing", "elsewhere"),
        sought=gather("sought", "words"),
        not_genuine={key: gather("not_genuine", key) for key in NOT_GENUINE},
        suited={key: gather("suited", key) for key in SUITED},
        refusal={key: gather("refusal", key) for key in REFUSAL},
        senses={key: gather("senses", key) for key in SENSES},
        turkish=gather("turkish", "words"),
        accessories={key: gather("accessories", key) for key in ACCESSORIES},
    )
