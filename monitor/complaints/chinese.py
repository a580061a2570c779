"""What the flags say, in Chinese: for reports and forms that are read in China. Pure.

The words of the listing stand in them as they are; the sentences follow the flags' rules and their evidence.
"""

from collections.abc import Iterator

from monitor.complaints.base import Draft, Matter
from monitor.complaints.grounds import support
from monitor.complaints.rights import Right
from monitor.records import Evidence, Flag

SAYS = {
    "counterfeit_words": "在「{asset}」商标名下出售的商品使用仿冒用语「{seen}」",
    "counterfeit_words_in_photo": "在「{asset}」商标名下出售的商品,其图片中出现仿冒用语「{seen}」",
    "disguise": "以变形写法「{seen}」使用商标「{asset}」",
    "comparison": "以「{seen}」攀附商标「{asset}」",
    "impersonation": "卖家名称「{seen}」冒充权利人或其授权卖家",
    "own_photo": "未经许可使用权利人的图片({asset})",
    "logo_in_photo": "商品图片中出现权利人的图形标识({asset})",
    "mark_in_photo": "商品图片中出现商标「{asset}」",
    "off_catalogue": "以商标「{asset}」名义出售权利人未生产的商品",
    "joined": "将商标「{asset}」与其他文字连写为「{seen}」",
}
KINDS = {"trademark": "商标", "copyright": "著作权", "patent": "专利", "design": "外观设计", "certificate": "证明文件"}
MOST_QUOTED = 200


def reasons(draft: Draft, matter: Matter) -> str:
    """What may be cited of one case and its test buy; a rule without words of its own is cited in English."""
    said = [_sentence(flag) for flag in support(matter.finding.flags, draft.ground)]
    said += [
        f"经购买取证(订单号 {one.order}),与正品不同之处:{one.differs}"
        for one in draft.test_buys
        if one.case == matter.case
    ]
    return ";".join(dict.fromkeys(said)) + "。" if said else ""


def label(right: Right) -> str:
    """A right in a few words."""
    number = " ".join(filter(None, (right.office, right.registration)))
    return f"{KINDS.get(right.kind, right.kind)} {right.name}{f'({number})' if number else ''}"


def facts(draft: Draft) -> Iterator[str]:
    """One numbered paragraph a case: when, where, by whom, what."""
    for number, matter in enumerate(draft.matters, 1):
        it = matter.listing
        seller = it.seller_name or it.seller_id or "未显示"
        yield (
            f"{number}. {matter.first_seen:%Y年%m月%d日}至{matter.last_seen:%Y年%m月%d日}(UTC)期间,在{it.marketplace}"
            f"由卖家「{seller}」发布的商品「{it.title[:MOST_QUOTED]}」:{reasons(draft, matter)}"
        )


def _sentence(flag: Flag) -> str:
    fact = flag.evidence[0] if flag.evidence else Evidence(field="", observed="")
    asset = fact.asset or fact.expected
    if flag.rule not in SAYS or (not asset and "{asset}" in SAYS[flag.rule]):
        return flag.sentence
    return SAYS[flag.rule].format(seen=fact.observed[:MOST_QUOTED], asset=asset[:MOST_QUOTED])
