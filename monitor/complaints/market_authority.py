"""A report (举报) to the market-supervision authority in China, as a letter in Chinese."""

from collections.abc import Iterable, Mapping

from monitor.complaints.base import Channel, Draft, Field
from monitor.complaints.chinese import KINDS, agency, facts, label
from monitor.complaints.grounds import Ground
from monitor.complaints.sealed import in_chinese
from monitor.complaints.sheets import as_json, letter

READ = "2026-11-23"
GUIDE = "a market authority's guide to the rules on complaints and reports (order 20 of 2019), part 3"
WHY_REPORT = (
    "本件为举报,不是投诉。投诉须由为生活消费需要购买商品的消费者,就其与经营者之间的消费者权益争议提出;"
    "{who},反映的是经营者涉嫌违法的线索,故依法提出举报。"
)
OWNER, AGENT = "举报人系权利人", "举报人系权利人{holder}的受托代理人(见授权委托书)"
LAW = {
    Ground.TRADEMARK: "涉嫌侵犯注册商标专用权",
    Ground.COUNTERFEIT: "涉嫌销售侵犯注册商标专用权的商品",
}


class MarketAuthority(Channel):
    """It says why a rights owner reports and does not complain (投诉): that needs a purchase for own use."""

    name = "market_authority"
    title = "Market-supervision authority (举报)"
    grounds = frozenset(LAW)
    most_links = 50
    review_days = 15
    enforces = "CN"
    fields = (
        Field(
            name="authority",
            source="--set authority=..., the authority where the reported party is",
            requirement="not read",
        ),
        Field(
            name="reporter_name",
            source="legal_name of [complainant] in rights/register.toml",
            requirement=GUIDE,
            read=READ,
        ),
        Field(name="reporter_licence", source="licence_number of [complainant]", requirement="not read"),
        Field(name="reporter_address", source="address of [complainant]", requirement="not read"),
        Field(name="reporter_contact", source="contact and phone of [complainant]", requirement="not read"),
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
        Field(name="requests", source="our usual requests, or --set requests=...", requirement="not read"),
    )

    def known(self, draft: Draft) -> Mapping[str, str]:
        """What the cases and the register say."""
        who = draft.complainant
        return {
            "reporter_name": who.legal_name,
            "reporter_licence": who.licence_number,
            "reporter_address": who.address,
            "reporter_contact": " ".join((who.contact, who.phone)).strip() if who.phone else "",
            "facts": "\n".join(facts(draft)),
            "place": "\n".join(draft.links),
            "rights": "\n".join(map(label, draft.rights)),
            "requests": "请依法核查上述线索,责令停止违法行为,依法处理,并将是否立案及处理结果告知举报人。",
        }

    def also_missing(self, draft: Draft) -> Iterable[str]:
        """Evidence: a report without any is a claim alone."""
        if not (draft.evidence or draft.attachments):
            cases = " ".join(str(one.case) for one in draft.matters)
            yield f"evidence of what is reported (monitor evidence capture CASE, of {cases}; or --attach)"

    def files(self, draft: Draft) -> Mapping[str, bytes]:
        """The letter, and its fields."""
        values = self.values(draft)
        number, who = values["reporter_licence"], draft.complainant
        why = WHY_REPORT.format(who=AGENT.format(holder=who.holder) if who.is_agent else OWNER)
        papers = [f"附件{n}. {KINDS.get(kind, kind)}:{name}" for n, (name, kind) in enumerate(draft.papers.items(), 1)]
        proofs = [*in_chinese(draft.evidence, draft.attachments)]
        parts = [
            ("致", [values["authority"]]),
            ("举报人", [f"名称:{values['reporter_name']}", f"证照号码:{number}", f"地址:{values['reporter_address']}",
                     f"联系人及电话:{values['reporter_contact']}", *agency(draft)]),
            ("被举报人", [f"名称:{values['reported_name']}", f"统一社会信用代码/执照号:{values['reported_licence']}",
                      f"地址:{values['reported_address']}"]),
            ("举报性质说明", [why]),
            ("涉嫌违法行为", [LAW[draft.ground]]),
            ("事实与理由", values["facts"].split("\n")),
            ("发生地点(网页地址)", values["place"].split("\n")),
            ("权利依据", values["rights"].split("\n")),
            ("举报请求", [values["requests"]]),
            ("证据清单", proofs),
            ("附件(举报人主体资格及权利证明)", papers or ["无"]),
            ("声明", ["举报人对举报内容的真实性负责。", "举报人(盖章):____________",
                    f"日期:{draft.today:%Y年%m月%d日}"]),
        ]  # fmt: skip
        return {"report.docx": letter("举报信", parts, draft.today), "form.json": as_json(values)}
