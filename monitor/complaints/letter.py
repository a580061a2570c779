"""A letter to the seller: on an infringement, or on prices and authority where the territory lets a brand ask."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from monitor.complaints.base import Channel, Draft
from monitor.complaints.fields import Field
from monitor.complaints.grounds import Ground
from monitor.complaints.letter_words import (
    ENGLISH,
    SPOKEN,
    countries_in,
    day_in,
    languages,
    reasons_in,
    right_in,
    spoken_in,
    table,
)
from monitor.complaints.markets import COUNTRY
from monitor.complaints.matter import Matter
from monitor.complaints.parties import seller_of
from monitor.complaints.pdf import Parts, pdf, unreadable
from monitor.complaints.purchases import Purchase
from monitor.complaints.said import MOST_QUOTED
from monitor.complaints.sheets import as_json, letter
from monitor.complaints.workdays import add_working_days
from monitor.marks.lexicon import normal

OURS = "own letter: nobody prescribes its form"


class Letter(Channel):
    """It alleges what a ground carries, and without one only asks who supplied the goods."""

    name = "letter"
    title = "Notice letter to the seller"
    most_links = 50
    review_days = 10
    local = True
    takes_evidence = False
    ends = ("settled", "answered", "no_answer", "withdrawn")
    answers_for = "the seller"
    gives_reference = False
    fields = (
        Field(name="seller", source="seller of the listing, or --set seller=...", to_seller=True, requirement=OURS),
        Field(
            name="sender",
            source="legal_name of [complainant] in rights/register.toml, or owner in brand.toml",
            requirement=OURS,
        ),
        Field(
            name="sender_contact", source="contact and email of [complainant] in rights/register.toml", requirement=OURS
        ),
        Field(name="listings", source="addresses of the listings", requirement=OURS, longest=100_000),
        Field(name="request", source="by the ground, or --set request=...", to_seller=True, requirement=OURS),
        Field(
            name="language",
            source="en, or --set language=de, es, fr, it or zh",
            closed=True,
            requirement=OURS,
            longest=2,
        ),
        Field(
            name="pdf",
            source="made beside the .docx, or --set pdf=no",
            required=False,
            closed=True,
            requirement=OURS,
            longest=3,
        ),
        Field(
            name="answer_by", source="in ten working days, or --set answer_by=2026-06-01", closed=True, requirement=OURS
        ),
        COUNTRY,
    )

    def choose(self, matters: Sequence[Matter], wanted: str, test_buys: Sequence[Purchase]) -> Ground:
        """Any case will do: where no ground carries an allegation, none is made."""
        bought = {one.case for one in test_buys}
        if wanted or all(one.grounds(test_buy=one.case in bought) for one in matters):
            return super().choose(matters, wanted, test_buys)
        return Ground.NONE

    def known(self, draft: Draft) -> Mapping[str, str]:
        """What the cases and the register say."""
        sellers = {self.apart(one): one.listing.seller_name or one.listing.seller_id for one in draft.matters}
        who, calendar = draft.complainant, self.calendar(draft.matters, draft.values, draft.complainant)
        language = _language(draft)
        ask = "photos" if draft.ground is Ground.COPYRIGHT else "goods" if alleges(draft) else "supplier"
        return {
            "seller": next(iter(sellers.values())) if len(sellers) == 1 else "",
            "sender": who.legal_name,
            "sender_contact": f"{who.contact}, {who.email}".strip(", ") if who.email else "",
            "listings": "\n".join(draft.links),
            "pdf": "yes",
            "answer_by": f"{add_working_days(draft.today, self.review_days, calendar)}",
            "country": self.where(draft.matters, draft.values),
            "language": ENGLISH,
            "request": table(language, "letter")[ask],
        }

    def apart(self, matter: Matter) -> str:
        """One seller a letter; the same number on another marketplace is somebody else."""
        return seller_of(matter)

    def also_missing(self, draft: Draft) -> Iterable[str]:
        """A font for each script of the letter."""
        values = self.values(draft)
        if (seller := draft.values.get("seller", "")) and not _is_seller(seller, draft):
            yield f"seller is {seller[:200]!r}, who is not the listings' seller; a letter is to who sells there"
        if values["language"] not in languages():
            yield f"language is {values['language'][:40]!r}; write one of: {', '.join(languages())}"
        if not _is_to_come(values["answer_by"], draft.today):
            yield f"answer_by is {values['answer_by'][:40]!r}; write a day to come, as 2026-06-01"
        wish = values["pdf"]
        if wish not in ("yes", "no"):
            yield f"pdf is {wish[:40]!r}; write yes or no"
        if wish == "yes" and (lacking := unreadable(*self._text(draft))):
            yield (
                f"a font of this machine for {lacking[:20]} in the .pdf; install one, such as fonts-noto-cjk, or leave "
                "the .pdf out with --set pdf=no"
            )

    def files(self, draft: Draft) -> Mapping[str, bytes]:
        """The letter, twice, and its fields; a rehearsed one once where no font sets it, which `missing` tells."""
        values, (title, parts) = self.values(draft), self._text(draft)
        made = {"letter.docx": letter(title, parts, draft.today), "form.json": as_json(values)}
        return (
            made
            if values["pdf"] == "no" or unreadable(title, parts)
            else {**made, "letter.pdf": pdf(title, parts, draft.today)}
        )

    def hints(self, draft: Draft) -> Iterable[str]:
        """Another language, where the listings are for countries that have one."""
        countries = self.countries(draft.matters, draft.values)
        spoken = spoken_in(countries)
        if "language" not in draft.values and spoken != ENGLISH:
            lands = ", ".join(sorted(countries.intersection(SPOKEN[spoken]))[:3])
            yield f"the letter is in English; for {lands} there is --set language={spoken}"

    def _alleged(self, draft: Draft, matter: Matter, language: str) -> str:
        """What is said of one listing, with its rights where they are not those of all."""
        own = self.rights_of(draft, matter)
        rights = "" if set(own) == set(draft.rights) else f" ({', '.join(right_in(one, language) for one in own)})"
        listed = table(language, "letter")["listed"].format(
            title=matter.listing.title[:MOST_QUOTED], day=day_in(matter.last_seen.date(), language)
        )
        return f"{matter.listing.url}: {listed} {reasons_in(draft, matter, language)}{rights}"

    def _text(self, draft: Draft) -> tuple[str, Parts]:
        values, language = self.values(draft), _language(draft)
        words = table(language, "letter")
        each = (self._alleged(draft, one, language) if alleges(draft) else _goods(one) for one in draft.matters)
        said = [*dict.fromkeys(each)]
        if alleges(draft) and draft.ground is not Ground.COPYRIGHT:
            said = [*said, words["offered"].format(countries=countries_in(values["country"], language))]
        who = draft.complainant
        signed = (who.contact, values["sender"])
        acting = [words["acting"].format(holder=who.holder)] if who.is_agent else []
        owned = words["the_rights" if who.is_agent else "our_rights"]
        rights = (owned, [right_in(one, language) for one in draft.rights])
        until = values["answer_by"]
        if _is_to_come(until, draft.today):
            until = day_in(date.fromisoformat(until), language)
        about = words["infringing" if alleges(draft) else "asking"]
        parts = [
            (words["to"], [values["seller"]]),
            (words["from"], [values["sender"], *acting, *filter(None, [who.address]), values["sender_contact"]]),
            (words["date"], [day_in(draft.today, language)]),
            (words["listings"], [words["salutation"], about, *said]),
            *([rights] if alleges(draft) else []),
            (words["request"], [values["request"], words["answer_by"].format(day=until)]),
            ("", [words["closing"], "____________________", *filter(None, signed)]),
        ]
        title = words["title_infringing" if alleges(draft) else "title"]
        return title.format(brand=draft.brand), parts


def _is_seller(named: str, draft: Draft) -> bool:
    """Whether a name holds the id, the name or a legal name of who sells the listings; true where none was read."""
    said = f" {_words(named)} "
    for matter in draft.matters:
        it = matter.listing
        legal = (value for key, value in it.attributes.items() if key.startswith("seller "))
        known = [words for one in (it.seller_id, it.seller_name, *legal) if (words := _words(one))]
        if known and not any(f" {one} " in said for one in known):
            return False
    return True


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", normal(text)))


def _goods(matter: Matter) -> str:
    """What a listing offers, in its own words, and where."""
    return f"{matter.listing.url}: {matter.listing.title[:MOST_QUOTED]}"


def _language(draft: Draft) -> str:
    """The language that a person chose, English where it is none that there is."""
    wanted = draft.values.get("language", ENGLISH)
    return wanted if wanted in languages() else ENGLISH


def _is_to_come(text: str, today: date) -> bool:
    try:
        return date.fromisoformat(text) > today
    except ValueError:
        return False


def alleges(draft: Draft) -> bool:
    """Whether the letter alleges an infringement; otherwise it only asks."""
    return draft.ground is not Ground.NONE
