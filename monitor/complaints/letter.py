"""A letter to the seller: on an infringement, or on prices and authority where the territory lets a brand ask."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from monitor.complaints.base import Channel, Draft, Field
from monitor.complaints.grounds import Ground, grounds_of
from monitor.complaints.markets import COUNTRY
from monitor.complaints.matter import Matter
from monitor.complaints.pdf import Parts, pdf, unreadable
from monitor.complaints.purchases import Purchase
from monitor.complaints.sheets import as_json, letter
from monitor.complaints.workdays import add_working_days

OURS = "own letter: nobody prescribes its form"
INFRINGING = "We write about these listings of yours, which infringe rights named below:"
GOODS = "Please remove the listings named in this letter, and tell us in writing who supplied the goods."
PHOTOS = "Please remove our pictures from the listings named in this letter, and tell us in writing where you got them."
OFFERED = "These listings offer goods in {countries}."
ASKING = "We write about these listings of yours:"


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
        Field(name="seller", source="seller of the listing, or --set seller=...", requirement=OURS),
        Field(name="sender", source="legal_name of [complainant], or owner in brand.toml", requirement=OURS),
        Field(name="sender_contact", source="contact and email of [complainant]", requirement=OURS),
        Field(name="listings", source="addresses of the listings", requirement=OURS, longest=100_000),
        Field(name="request", source="by the ground, or --set request=...", requirement=OURS),
        Field(name="pdf", source="made beside the .docx, or --set pdf=no", required=False, requirement=OURS, longest=3),
        Field(name="answer_by", source="in ten working days, or --set answer_by=2026-06-01", requirement=OURS),
        COUNTRY,
    )

    def choose(self, matters: Sequence[Matter], wanted: str, test_buys: Sequence[Purchase]) -> Ground:
        """Any case will do: where no ground carries an allegation, none is made."""
        bought = {one.case for one in test_buys}
        if wanted or all(grounds_of(one.flags, test_buy=one.case in bought) for one in matters):
            return super().choose(matters, wanted, test_buys)
        return Ground.NONE

    def known(self, draft: Draft) -> Mapping[str, str]:
        """What the cases and the register say."""
        sellers = {self.apart(one): one.listing.seller_name or one.listing.seller_id for one in draft.matters}
        who, calendar = draft.complainant, self.calendar(draft.matters, draft.values)
        ask = PHOTOS if draft.ground is Ground.COPYRIGHT else GOODS
        return {
            "seller": next(iter(sellers.values())) if len(sellers) == 1 else "",
            "sender": who.legal_name,
            "sender_contact": f"{who.contact}, {who.email}".strip(", ") if who.email else "",
            "listings": "\n".join(draft.links),
            "pdf": "yes",
            "answer_by": f"{add_working_days(draft.today, self.review_days, calendar)}",
            "country": ", ".join(sorted(self.countries(draft.matters, draft.values))),
            "request": ask if alleges(draft) else "Please tell us who supplied the goods named in this letter.",
        }

    def apart(self, matter: Matter) -> str:
        """One seller a letter; the same number on another marketplace is somebody else."""
        return f"{matter.listing.marketplace} {matter.listing.seller_id or matter.listing.seller_name}"

    def also_missing(self, draft: Draft) -> Iterable[str]:
        """A font for each script of the letter."""
        values = self.values(draft)
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
        """The letter, twice, and its fields."""
        values, (title, parts) = self.values(draft), self._text(draft)
        made = {"letter.docx": letter(title, parts, draft.today), "form.json": as_json(values)}
        return made if values["pdf"] == "no" else {**made, "letter.pdf": pdf(title, parts, draft.today)}

    def _alleged(self, draft: Draft, matter: Matter) -> str:
        """What is said of one listing, with its rights where they are not those of all."""
        own = self.rights_of(draft, matter)
        rights = "" if set(own) == set(draft.rights) else f" ({', '.join(one.label for one in own)})"
        return f"{matter.listing.url}: {draft.reasons(matter)}{rights}"

    def _text(self, draft: Draft) -> tuple[str, Parts]:
        values = self.values(draft)
        said = [self._alleged(draft, one) for one in draft.matters] if alleges(draft) else draft.links
        if alleges(draft) and draft.ground is not Ground.COPYRIGHT:
            said = [*said, OFFERED.format(countries=values["country"])]
        who = draft.complainant
        signed = (who.contact, values["sender"])
        acting = [f"acting for {who.holder}, who owns the rights"] if who.is_agent else []
        rights = ("The rights" if who.is_agent else "Our rights", [one.details for one in draft.rights])
        parts = [
            ("To", [values["seller"]]),
            ("From", [values["sender"], *acting, values["sender_contact"]]),
            ("Date", [f"{draft.today:%Y-%m-%d}"]),
            ("Your listings", ["Dear Sir or Madam,", INFRINGING if alleges(draft) else ASKING, *said]),
            *([rights] if alleges(draft) else []),
            ("Our request", [values["request"], f"Please answer by {values['answer_by']}."]),
            ("", ["Yours faithfully,", "____________________", *filter(None, signed)]),
        ]
        return f"{draft.brand}: your listings", parts


def _is_to_come(text: str, today: date) -> bool:
    try:
        return date.fromisoformat(text) > today
    except ValueError:
        return False


def alleges(draft: Draft) -> bool:
    """Whether the letter alleges an infringement; otherwise it only asks."""
    return draft.ground is not Ground.NONE
