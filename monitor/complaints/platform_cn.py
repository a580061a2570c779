"""What platforms in China have in common: a notice with identity, proof of right, links and prima facie evidence.

A seller's statement that nothing is infringed ends the platform's measures after fifteen days, unless the rights owner
has complained to an authority or sued by then (E-commerce Law, articles 42 and 43, read 2026-11-28 as quoted at
chinesetortlaw.com and hrfabao.com).
"""

from collections.abc import Mapping
from datetime import date, timedelta

from monitor.complaints.base import Channel, Draft
from monitor.complaints.chinese import agency, facts, label
from monitor.complaints.duties import Duty
from monitor.complaints.grounds import Ground
from monitor.complaints.sealed import in_chinese
from monitor.complaints.sheets import as_json, letter, lines

DAYS_TO_SUE = 15
SUE = "complain to an authority or sue, and tell the platform (E-commerce Law, article 43)"
TYPES = {Ground.TRADEMARK: "商标权", Ground.COPYRIGHT: "著作权", Ground.COUNTERFEIT: "商标权(假冒,购买取证)"}


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
        copied = draft.ground is Ground.COPYRIGHT
        return {
            "complainant": draft.complainant.legal_name,
            "identity_document": draft.complainant.identity,
            "right_type": TYPES[draft.ground],
            "right": ", ".join(label(one) for one in draft.rights if copied or one.registration),
            "proof_of_right": ", ".join(one.file for one in draft.rights if one.file),
            "links": "\n".join(draft.links),
            "reason": "\n".join(facts(draft)),
            "order_number": ", ".join(one.order for one in draft.test_buys),
        }

    def files(self, draft: Draft) -> Mapping[str, bytes]:
        """The links one a line, the statement of reasons to upload, and the fields."""
        values = self.values(draft)
        parts = [
            ("投诉人", [values["complainant"], *agency(draft)]),
            ("权利依据", [values["right_type"], *values["right"].split(", ")]),
            ("涉嫌侵权商品链接", values["links"].split("\n")),
            ("侵权说明", values["reason"].split("\n")),
            ("初步证据", [*in_chinese(draft.evidence, draft.attachments)] or ["见随附网页地址"]),
            (
                "声明",
                ["投诉人对通知内容的真实性负责。", "投诉人(盖章):____________", f"日期:{draft.today:%Y年%m月%d日}"],
            ),
        ]
        return {
            "links.txt": lines(draft.links),
            "statement.docx": letter("知识产权侵权通知", parts, draft.today),
            "form.json": as_json(values),
        }
