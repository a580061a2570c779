"""What platforms in China have in common: a notice with identity, proof of right, links and prima facie evidence.

A seller's statement that nothing is infringed ends the platform's measures after fifteen days, unless the rights owner
has complained to an authority or sued by then (E-commerce Law, articles 42 and 43, read 2026-11-28 as quoted at
chinesetortlaw.com and hrfabao.com).
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from monitor.complaints.base import Channel, Draft
from monitor.complaints.chinese import day_of, facts, label, pieces, places, who, words
from monitor.complaints.duties import Duty
from monitor.complaints.fields import Field
from monitor.complaints.hosts import enclosed
from monitor.complaints.sealed import without
from monitor.complaints.sheets import as_json, letter, lines

DAYS_TO_SUE = 15
LAW = "Civil Code, article 1195: who the owner truly is; as quoted at victorzhang.cn"
WHOSE = (
    Field(
        name="address", source="address of [complainant] in rights/register.toml", requirement=LAW, read="2026-11-28"
    ),
    Field(
        name="contact",
        source="contact, phone and email of [complainant] in rights/register.toml",
        requirement=LAW,
        read="2026-11-28",
    ),
)
"""Where the owner is reached, which the law asks of a notice, whatever the form does."""
PRIMA_FACIE = Field(
    name="evidence",
    source="sealed evidence of each case that shows what is alleged (monitor evidence capture CASE)",
    requirement="Civil Code, article 1195: prima facie evidence of the infringement; as quoted at victorzhang.cn",
    read="2026-11-28",
    longest=100_000,
)
"""Which the same sentence of the law asks for."""
FORM = (
    Field(name="complainant", source="legal_name of [complainant] in rights/register.toml, or owner in brand.toml"),
    Field(name="identity_document", source="identity of [complainant] in rights/register.toml"),
    *WHOSE,
    Field(name="right_type", source="ground"),
    Field(name="right", source="registration in brand.toml or rights/register.toml"),
    Field(name="proof_of_right", source="certificate in brand.toml, or file of the right"),
    Field(name="links", source="addresses of the listings", longest=100_000, requirement="not read"),
    Field(name="reason", source="flags in Chinese, or --set reason=...", longest=100_000),
    PRIMA_FACIE,
    Field(name="order_number", source="--test-buy CASE:ORDER", required=False, requirement="not read"),
)
"""What the forms ask for; where each says so, `form` fills in."""
SUE = "complain to an authority or sue, and tell the platform (E-commerce Law, article 43)"


def form(read: str, **where: str) -> tuple[Field, ...]:
    """The fields of a platform's form, by field where it says that it asks for it, as it was read on a day."""
    return tuple(replace(one, requirement=where[one.name], read=read) if one.name in where else one for one in FORM)


class PlatformInChina(Channel):
    """A platform that must act on a notice by the E-commerce Law."""

    def reply_by(self, kind: str, day: date, calendar: str) -> date:
        """Fifteen days to complain or sue after a counter-notice; otherwise as everywhere."""
        return day + timedelta(days=DAYS_TO_SUE) if kind == "counter_notice" else super().reply_by(kind, day, calendar)

    def duty(self, kind: str, day: date, calendar: str) -> Duty | None:
        """After a counter-notice to complain or sue, which no reply to the platform does."""
        if kind == "counter_notice":
            return Duty(what=SUE, by=self.reply_by(kind, day, calendar), met_by_reply=False)
        return super().duty(kind, day, calendar)


class NoticeInChina(PlatformInChina):
    """One whose form is filled in Chinese, with the papers attached."""

    enforces = "CN"

    def known(self, draft: Draft) -> Mapping[str, str]:
        """What the cases and the register say."""
        who = draft.complainant
        reach = ", ".join(filter(None, (who.contact, who.phone, who.email)))
        return {
            "complainant": who.legal_name,
            "identity_document": enclosed([who.identity]),
            "address": who.address,
            "contact": reach if who.contact and (who.phone or who.email) else "",
            "right_type": words("notice")[draft.ground],
            "right": "\n".join(map(label, draft.stated)),
            "proof_of_right": enclosed(one.file for one in draft.rights),
            "links": "\n".join(draft.links),
            "reason": "\n".join(facts(draft)),
            "evidence": "\n".join(pieces(draft.evidence, ())),
            "order_number": draft.orders,
        }

    def also_missing(self, draft: Draft) -> Iterable[str]:
        """Evidence of each case: a notice of several is one notice of each."""
        if bare := without(draft.evidence, (one.case for one in draft.matters)):
            cases = ", ".join(map(str, bare))
            yield f"evidence that shows what is alleged of case {cases} (monitor evidence capture {bare[0]})"

    def files(self, draft: Draft) -> Mapping[str, bytes]:
        """The links one a line, the statement of reasons to upload, and the fields."""
        values, said = self.values(draft), words("notice")
        licence = draft.complainant.licence_number
        parts = [
            (said["complainant"], who(draft, values["complainant"], licence, values["address"], values["contact"])),
            (said["rights"], [values["right_type"], *values["right"].split("\n")]),
            (said["links"], places(draft)),
            (said["reason"], values["reason"].split("\n")),
            (said["evidence"], [*pieces(draft.evidence, draft.attachments)]),
            (said["request"], [said["measures"]]),
            (said["statement"], [said["true"], said["seal"], said["date"].format(day=day_of(draft.today))]),
        ]
        return {
            "links.txt": lines(draft.links),
            "statement.docx": letter(said["title"], parts, draft.today),
            "form.json": as_json(values),
        }
