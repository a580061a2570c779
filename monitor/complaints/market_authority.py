"""A report (举报) to the market-supervision authority in China, as a letter in Chinese."""

from collections.abc import Iterable, Mapping

from monitor.complaints.base import Channel, Draft
from monitor.complaints.chinese import day_of, facts, label, pieces, places, say, who, words
from monitor.complaints.fields import Field
from monitor.complaints.grounds import Ground
from monitor.complaints.markets import COUNTRY, offered_in, sold_in
from monitor.complaints.parties import by_leave, own_party, several
from monitor.complaints.sealed import without
from monitor.complaints.sheets import as_json, letter

READ = "2026-11-23"
GUIDE = "a market authority's guide to the rules on complaints and reports (order 20 of 2019), part 3"
GROUNDS = frozenset({Ground.TRADEMARK, Ground.COUNTERFEIT})


class MarketAuthority(Channel):
    """It says why a rights owner reports and does not complain (投诉): that needs a purchase for own use."""

    name = "market_authority"
    title = "Market-supervision authority (举报)"
    grounds = GROUNDS
    most_links = 50
    review_days = 15
    enforces = "CN"
    fields = (
        Field(
            name="authority",
            source="--set authority=..., the authority where the reported party is",
            requirement="not read",
            names=True,
        ),
        Field(
            name="reporter_name",
            source="legal_name of [complainant] in rights/register.toml",
            requirement=GUIDE,
            read=READ,
        ),
        Field(
            name="reporter_licence",
            source="licence_number of [complainant] in rights/register.toml",
            requirement="not read",
        ),
        Field(
            name="reporter_address", source="address of [complainant] in rights/register.toml", requirement="not read"
        ),
        Field(
            name="reporter_contact",
            source="contact and phone of [complainant] in rights/register.toml",
            requirement="not read",
        ),
        Field(
            name="reported_name",
            source="--set reported_name=..., the legal name on the licence",
            requirement=GUIDE,
            read=READ,
        ),
        Field(name="reported_licence", source="--set reported_licence=...", requirement="not read"),
        Field(name="reported_address", source="--set reported_address=...", requirement=GUIDE, read=READ),
        Field(
            name="facts",
            source="flags, times and addresses of the cases",
            requirement=GUIDE,
            read=READ,
            longest=100_000,
        ),
        Field(name="place", source="addresses of the listings", requirement=GUIDE, read=READ, longest=100_000),
        Field(name="rights", source="brand.toml and rights/register.toml", requirement="not read"),
        COUNTRY,
        Field(name="requests", source="our usual requests, or --set requests=...", requirement="not read"),
    )

    def known(self, draft: Draft) -> Mapping[str, str]:
        """What the cases and the register say."""
        by = draft.complainant
        return {
            "reporter_name": by.legal_name,
            "reporter_licence": by.licence_number,
            "reporter_address": by.address,
            "reporter_contact": " ".join((by.contact, by.phone)).strip() if by.phone else "",
            "facts": "\n".join(facts(draft)),
            "place": "\n".join(draft.links),
            "rights": "\n".join(map(label, draft.rights)),
            "requests": words("report")["request"],
        }

    def also_missing(self, draft: Draft) -> Iterable[str]:
        """One party, who is not our own; a place in China; and evidence: a report without any is a claim alone."""
        if who := several(draft.matters):
            yield (
                f"one reported party for all cases, these are of several sellers: {who}; draft a report for each "
                "seller, with its own reported_name, reported_licence and reported_address"
            )
        name = draft.values.get("reported_name", "")
        number = draft.values.get("reported_licence", "")
        if ours := own_party(name, number, draft.complainant, draft.authorized):
            yield f"another reported party than {name[:200]!r} ({number[:40]!r}), which is {ours}"
        yield from by_leave(draft.matters, draft.authorized)
        for one in draft.matters:
            offered = sold_in([one]) or offered_in([one], draft.values)
            if offered != {"CN"}:
                known = f"it is {', '.join(sorted(offered))}" if offered else "nobody read it"
                yield f"a place in China: {known}, where case {one.case} is offered (--set country=CN, if you know it)"
        if bare := without(draft.evidence, (one.case for one in draft.matters)):
            yield (
                f"evidence of what is reported of case {', '.join(map(str, bare))} (monitor evidence capture "
                f"{bare[0]}); what is attached besides shows nobody when and where it was found"
            )

    def files(self, draft: Draft) -> Mapping[str, bytes]:
        """The letter, and its fields."""
        values, said, kinds = self.values(draft), words("report"), words("papers")
        by = said["agent"].format(holder=draft.complainant.holder) if draft.complainant.is_agent else said["owner"]
        papers = [
            said["paper"].format(number=number, kind=kinds.get(kind, kind), name=name)
            for number, (name, kind) in enumerate(draft.papers.items(), 1)
        ]
        reporter = [values[f"reporter_{name}"] for name in ("name", "licence", "address", "contact")]
        reported = [
            say("name", name=values["reported_name"]),
            said["reported_licence"].format(number=values["reported_licence"]),
            say("address", address=values["reported_address"]),
        ]
        parts = [
            (said["to"], [values["authority"]]),
            (said["reporter"], who(draft, *reporter)),
            (said["reported"], reported),
            (said["nature"], [said["why"].format(who=by)]),
            (said["act"], [said[draft.ground]]),
            (said["facts"], values["facts"].split("\n")),
            (said["place"], places(draft)),
            (said["rights"], values["rights"].split("\n")),
            (said["requests"], [values["requests"]]),
            (said["evidence"], [*pieces(draft.evidence, draft.attachments)]),
            (said["papers"], papers or [said["none"]]),
            (said["statement"], [said["true"], said["seal"], said["date"].format(day=day_of(draft.today))]),
        ]
        return {"report.docx": letter(said["title"], parts, draft.today), "form.json": as_json(values)}
