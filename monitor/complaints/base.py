"""What a channel is: the fields it asks for, its limits, the grounds it accepts, and the files of its package."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from monitor.brands.model import SellerEntry
from monitor.complaints.duties import DAYS_TO_REPLY, WORDS, Duty
from monitor.complaints.fields import Field
from monitor.complaints.grounds import ALLEGED, COULD_BE, Ground, before, cited, rests_on_word, support, why_none
from monitor.complaints.hosts import host_of, within
from monitor.complaints.markets import no_country, offered_in, unknown
from monitor.complaints.matter import Matter
from monitor.complaints.offices import counting, unprotected
from monitor.complaints.purchases import Purchase, unproven
from monitor.complaints.rights import Complainant, Right, ended, named, names_shown, write_also
from monitor.complaints.sealed import Sealed
from monitor.errors import ConfigurationError

BY_SURE = (
    "; where you looked and the word for a copy is said of these goods, draft it as a trademark complaint with "
    '--ground trademark --sure "why", which is kept with your name'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """All that one complaint is made of. `values` are what a person gave, `attachments` names of its files."""

    matters: Sequence[Matter]
    ground: Ground
    rights: Sequence[Right]
    complainant: Complainant
    brand: str
    today: date
    values: Mapping[str, str] = field(default_factory=dict)
    authorized: Sequence[SellerEntry] = ()
    """The rows of sellers.csv by which somebody may sell today."""
    elsewhere: str = ""
    """Why a person says another country than a listing does."""
    attachments: Sequence[str] = ()
    test_buys: Sequence[Purchase] = ()
    powers: Sequence[Right] = ()
    """The powers of attorney of the register."""
    papers: Mapping[str, str] = field(default_factory=dict)
    """The files that show who complains and by which right, each with the kind of right, or `identity`."""
    evidence: Sequence[Sealed] = ()
    """The sealed packages of evidence that go along."""
    idle: Mapping[int, Sequence[Right]] = field(default_factory=dict)
    """Of each case the rights that its flags name and that do not count where it is offered."""
    unnamed: Mapping[int, Sequence[Right]] = field(default_factory=dict)
    """Of each case the marks that count where it is offered and state none of the names that it shows."""
    number: int = 0
    """The complaint's own number, by which a service names it in its answers; 0 before it has one."""

    @property
    def links(self) -> tuple[str, ...]:
        """The addresses complained of, each once."""
        return tuple(dict.fromkeys(one.listing.url for one in self.matters))

    @property
    def stated(self) -> list[Right]:
        """The rights that a form names: of marks those that are registered."""
        return [one for one in self.rights if one.registration or self.ground is Ground.COPYRIGHT]

    @property
    def orders(self) -> str:
        """The orders of its test buys."""
        return ", ".join(one.order for one in self.test_buys)

    def reasons(self, matter: Matter) -> str:
        """What the flags that may be cited say of one case, and its test buy."""
        return " ".join(self.sentences(matter))

    def sentences(self, matter: Matter) -> list[str]:
        """The same, each sentence once."""
        said = [cited(flag) + before(matter.before(flag)) for flag in support(matter.flags, self.ground)]
        said += [f"Test buy, {one.label}: {one.differs}" for one in self.test_buys if one.case == matter.case]
        return list(dict.fromkeys(said))


class Channel(ABC):
    """One way to complain. A subclass in a file of its own is found by being there."""

    name: ClassVar[str] = ""
    title: ClassVar[str]
    grounds: ClassVar[frozenset[Ground]] = ALLEGED
    most_links: ClassVar[int] = 1_000
    review_days: ClassVar[int] = 7
    """Working days after which an answer is due."""
    country: ClassVar[str] = "CN"
    """Whose holidays count for its deadlines; see `calendar`."""
    local: ClassVar[bool] = False
    """Whether the holidays of the listings' country count instead."""
    hosts: ClassVar[tuple[str, ...]] = ()
    """The sites it deals with, by the end of their host names; empty for any."""
    sites: ClassVar[Mapping[str, str]] = {}
    """The country of those of its sites that sell to one alone, by host name."""
    enforces: ClassVar[str] = ""
    """The one country whose rights it enforces; empty where that is the listing's."""
    rights_review: ClassVar[tuple[int, int]] = (0, 0)
    """The working days, at least and at most, in which a new account's proof of rights is looked at."""
    one_site: ClassVar[bool] = False
    """Whether a complaint is about one of its sites alone."""
    one_right: ClassVar[bool] = False
    """Whether a complaint relies on one right alone."""
    rights_together: ClassVar[bool] = False
    """Whether each of its listings is said to infringe all the rights that it names."""
    takes_evidence: ClassVar[bool] = True
    """Whether the sealed evidence of the cases and the papers on who complains go along: not to the other side."""
    ends: ClassVar[tuple[str, ...]] = ("upheld", "rejected", "withdrawn")
    """What it comes to."""
    answers_for: ClassVar[str] = ""
    """Who answers, where that is not the channel itself."""
    gives_reference: ClassVar[bool] = True
    """Whether it answers a filing with a number of its own."""
    one_order: ClassVar[bool] = False
    """Whether a test buy is a complaint of its own."""
    counterfeit_codes: ClassVar[Mapping[str, frozenset[str]]] = {}
    """The codes that allege a counterfeit, by field."""
    other_codes: ClassVar[Mapping[str, frozenset[str]]] = {}
    """The codes that are known to allege something else, by field; of others a person is told to look them up."""
    by_link: ClassVar[str] = ""
    """The field that lacks where links are none of its own: those are told one by one."""
    fields: ClassVar[tuple[Field, ...]]

    def apart(self, matter: Matter) -> str:
        """What must be the same for all cases of one complaint, such as the site."""
        return self.site_of(matter.listing.url) if self.one_site else ""

    def site_of(self, link: str) -> str:
        """Which of its sites an address is of; the host of another."""
        host = host_of(link)
        return next((one for one in self.hosts if within(host, one)), host)

    def countries(self, matters: Sequence[Matter], given: Mapping[str, str]) -> frozenset[str]:
        """The countries in each of which a mark must count for some cases, as far as they are known.

        `given` are the values that a person set. It is that of the site, or the one that was said or read.
        """
        return frozenset({self.enforces}) if self.enforces else offered_in(matters, given)

    def where(self, matters: Sequence[Matter], given: Mapping[str, str]) -> str:
        """The same in words, by their codes; empty where nobody knows."""
        return ", ".join(sorted(self.countries(matters, given)))

    def unplaced(self, matters: Sequence[Matter], given: Mapping[str, str]) -> list[Matter]:
        """The cases of which nobody knows in which country a mark must count."""
        return [] if self.enforces else unknown(matters, given)

    def calendar(self, matters: Sequence[Matter], given: Mapping[str, str], complainant: Complainant) -> str:  # noqa: ARG002
        """The countries whose holidays count for the deadlines of a complaint; empty for weekends alone."""
        return " ".join(sorted(self.countries(matters, given))) if self.local else self.country

    def reply_by(self, kind: str, day: date, calendar: str) -> date:  # noqa: ARG002
        """The day by which a question, a request for evidence or a counter-notice of a day is to be answered."""
        from monitor.complaints.workdays import add_working_days

        return add_working_days(day, DAYS_TO_REPLY, calendar)

    def duty(self, kind: str, day: date, calendar: str) -> Duty | None:
        """What we must do after an answer of a day, and by when; None for one that ends the complaint."""
        return Duty(what=WORDS[kind], by=self.reply_by(kind, day, calendar)) if kind in WORDS else None

    def rights_ready(self, day: date) -> tuple[date, date] | None:
        """Between which days proof of rights handed in on a day will have been looked at; None for no review."""
        from monitor.complaints.workdays import add_working_days

        least, most = self.rights_review
        return (add_working_days(day, least, self.country), add_working_days(day, most, self.country)) if most else None

    def values(self, draft: Draft) -> dict[str, str]:
        """Each field's value: what a person gave stands before what we know; empty where there is neither."""
        known = self.known(draft)
        return {one.name: draft.values.get(one.name) or known.get(one.name, "") for one in self.fields}

    def missing(self, draft: Draft) -> list[str]:
        """What the package lacks or has too much of, in words; empty where it is complete."""
        values = self.values(draft)
        said = [f"{one.name} ({one.source})" for one in self.fields if self._lacks(one, values)]
        for one in self.fields:
            if len(values[one.name]) > one.longest:
                said.append(f"{one.name} is {len(values[one.name])} characters long, {one.longest} are the most")
        if len(draft.links) > self.most_links:
            said.append(f"{len(draft.links)} links are over the limit of {self.most_links}; draft with --split")
        if self.one_site and len(sites := sorted(set(map(self.site_of, draft.links)))) > 1:
            said.append(f"one site a complaint, these are of {', '.join(sites)}; draft with --split")
        said += [
            *no_country(draft.values),
            *self._rights_missing(draft),
            *self._agent_missing(draft),
            *self._purchases_missing(draft),
        ]
        return said + list(self.also_missing(draft))

    def _unprotected(self, draft: Draft) -> Iterable[str]:
        """For each country in which none of a case's marks counts the cases, and the marks that do not."""
        found: dict[tuple[str, str, str], list[int]] = {}
        for one in draft.matters:
            own = named(draft.rights, one, draft.ground) or draft.rights
            marks = ", ".join(right.label for right in own if right.kind == "trademark")
            for lacks in unprotected(self.countries([one], draft.values), own):
                shown, others = names_shown(draft.rights, one, draft.ground), draft.unnamed.get(one.case, ())
                other = f"; the case shows {', '.join(shown)}, and {write_also(others, shown)}" if others else ""
                found.setdefault((lacks, marks, other), []).append(one.case)
        for (lacks, marks, other), cases in found.items():
            but = f"; {marks} does not count there" if marks else ""
            yield f"{lacks} for case {', '.join(map(str, cases))}{but}{other}"

    def _lacks(self, one: Field, values: Mapping[str, str]) -> bool:
        return one.required and one.name != self.by_link and not values[one.name].strip()

    def _rights_missing(self, draft: Draft) -> Iterable[str]:
        if draft.ground is Ground.NONE:
            return
        if not draft.rights:
            yield f"a right for the ground {draft.ground} (brand.toml [[trademark]] or rights/register.toml [[right]])"
        if self.one_right and len(draft.rights) > 1:
            names = ", ".join(one.label for one in draft.rights)
            yield f"one right a complaint, these are {names}; say which with --right, or draft with --split"
        if draft.rights and draft.ground is not Ground.COPYRIGHT:
            if lost := ", ".join(str(one.case) for one in self.unplaced(draft.matters, draft.values)):
                yield f"the country in which case {lost} is offered (--set country=DE): nobody read it"
            yield from self._unprotected(draft)
        each = [self.rights_of(draft, one) for one in draft.matters] if self.rights_together else []
        if any(one != each[0] for one in each):
            named_by = "; ".join(
                f"case {one.case}: {', '.join(right.label for right in own)}"
                for one, own in zip(draft.matters, each, strict=True)
            )
            yield f"the same rights for all cases of a complaint, these are {named_by}; draft with --split"
        yield from ended(draft.rights, draft.today)

    def rights_of(self, draft: Draft, matter: Matter) -> Sequence[Right]:
        """Those of the complaint's rights that one case infringes: that its flags name, in its country."""
        own = named(draft.rights, matter, draft.ground) or draft.rights
        return counting(own, self.countries([matter], draft.values)) or own

    def _agent_missing(self, draft: Draft) -> Iterable[str]:
        who = draft.complainant
        if who.is_agent and not any(one.file for one in draft.powers):
            yield (
                f"a power of attorney of {who.holder} for {who.legal_name}, who is not the owner in brand.toml "
                '(rights/register.toml [[right]] kind = "power_of_attorney", with its file)'
            )

    def _purchases_missing(self, draft: Draft) -> Iterable[str]:
        """Counterfeit is alleged by a sealed test buy of each case, never by a sentence alone."""
        if draft.ground is not Ground.COUNTERFEIT:
            return
        for matter in draft.matters:
            buys = [one for one in draft.test_buys if one.case == matter.case]
            if not buys:
                yield f"a test buy of case {matter.case} (--test-buy {matter.case}:ORDER)"
            for one in buys:
                sellers = (matter.listing.seller_id, matter.listing.seller_name)
                yield from unproven(one, sellers, draft.today)
                goes_along = draft.attachments or set(one.packages) <= {sealed.name for sealed in draft.evidence}
                if one.packages and self.takes_evidence and not goes_along:
                    yield f"the test buy {one.order} among what goes along (no --no-evidence, or --attach photos)"

    def choose(self, matters: Sequence[Matter], wanted: str, test_buys: Sequence[Purchase]) -> Ground:
        """The ground of a complaint about some cases. Raises ConfigurationError where there is none for all."""
        bought = {one.case for one in test_buys}
        each = [one.grounds(test_buy=one.case in bought) & self.grounds for one in matters]
        none = [one for one, found in zip(matters, each, strict=True) if not found]
        if none:
            could_be = "; ".join(words for ground, words in COULD_BE.items() if ground in self.grounds)
            raise ConfigurationError(
                f"case {', '.join(str(one.case) for one in none)}: its flags are no ground for {self.name}: "
                f"{why_none(flag for one in none for flag in one.flags)}; a ground could be {could_be}"
                + (BY_SURE if Ground.TRADEMARK in self.grounds and all(rests_on_word(o.flags) for o in none) else "")
            )
        shared = frozenset.intersection(*each)
        if wanted:
            shared &= {Ground(wanted)}
        if not shared:
            raise ConfigurationError(
                f"the cases share no ground{f' {wanted}' if wanted else ''}; draft one complaint for each of: "
                + "; ".join(f"case {m.case}: {', '.join(sorted(g))}" for m, g in zip(matters, each, strict=True))
            )
        return next(g for g in (Ground.COUNTERFEIT, Ground.TRADEMARK, Ground.COPYRIGHT) if g in shared)

    def fits(self, matters: Sequence[Matter]) -> None:
        """Raise ConfigurationError for a case whose site is none of the channel's."""
        for one in matters:
            if self.hosts and not any(within(host_of(one.listing.url), host) for host in self.hosts):
                raise ConfigurationError(
                    f"case {one.case}: {host_of(one.listing.url) or one.listing.marketplace} is no site of "
                    f"{self.name}, which deals with {', '.join(self.hosts)}"
                )

    def hints(self, draft: Draft) -> Iterable[str]:  # noqa: ARG002
        """What a person may like to know before filing."""
        return ()

    @abstractmethod
    def known(self, draft: Draft) -> Mapping[str, str]:
        """The values of fields that follow from the cases and the rights register."""

    def also_missing(self, draft: Draft) -> Iterable[str]:  # noqa: ARG002
        """Anything else that is missing."""
        return ()

    @abstractmethod
    def files(self, draft: Draft) -> Mapping[str, bytes]:
        """The files of the package by name, besides the attachments."""
