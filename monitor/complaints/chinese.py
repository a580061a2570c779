"""What the flags say, in Chinese: for reports and forms that are read in China. Pure.

The words of the listing stand in them as they are; the sentences follow the flags' rules and their evidence.
"""

from collections.abc import Iterator

from monitor.complaints.base import Draft, Matter
from monitor.complaints.grounds import cited, support
from monitor.complaints.purchases import Purchase
from monitor.complaints.rights import Right
from monitor.records import Evidence, Flag

SAYS = {
    "counterfeit_words": "商品页面出现仿冒用语「{seen}」,并提及「{asset}」或其商品",
    "counterfeit_words_in_photo": "商品图片中出现仿冒用语「{seen}」,商品页面提及「{asset}」或其商品",
    "disguise": "以变形写法「{seen}」使用商标「{asset}」",
    "misspelling": "出现与商标「{asset}」近似的「{seen}」字样(可能系笔误或其他名称)",
    "comparison": "将所售商品与商标「{asset}」的商品相比较(「{seen}」)",
    "comparison_in_photo": "商品图片将所售商品与商标「{asset}」的商品相比较(「{seen}」)",
    "disguise_in_photo": "商品图片中出现与商标「{asset}」近似的「{seen}」字样(由图像识别读取)",
    "impersonation": "卖家名称「{seen}」与权利人或其授权卖家的名称相同、近似或易使人误认",
    "own_photo": "商品图片使用了权利人的图片,该卖家未获权利人授权使用",
    "logo_in_photo": "商品图片中出现权利人的图形标识",
    "mark_in_photo": "商品图片中出现商标「{asset}」",
    "off_catalogue": "标题提及商标「{asset}」,而在权利人的产品目录中未识别出对应产品",
    "joined": "将商标「{asset}」与其他文字连写为「{seen}」",
}
"""The same as the flags' own sentences, and no more: what they doubt is doubted here."""
KINDS = {"trademark": "商标", "copyright": "著作权", "patent": "专利", "design": "外观设计", "certificate": "证明文件",
         "power_of_attorney": "授权委托书", "identity": "主体资格证明"}  # fmt: skip
MOST_QUOTED = 200


NOT_LISTED = "卖家不在权利人的授权卖家名单中;"
"""What goes before a pose, where there is such a list."""


def reasons(draft: Draft, matter: Matter) -> str:
    """What may be cited of one case and its test buy; a rule without words of its own is cited in English."""
    said = [_sentence(flag, lists_sellers=matter.lists_sellers) for flag in support(matter.flags, draft.ground)]
    said += [
        f"经购买取证({_bought(one)}),与正品不同之处:{one.differs}" for one in draft.test_buys if one.case == matter.case
    ]
    return ";".join(dict.fromkeys(said)) + "。" if said else ""


def _bought(buy: Purchase) -> str:
    paid = f"价款 {buy.price} {buy.currency}".rstrip() if buy.price else ""
    day = f"购买日期 {buy.bought_on}" if buy.bought_on else ""
    return ",".join(filter(None, (f"订单号 {buy.order}", day, paid)))


def label(right: Right) -> str:
    """A right in a few words."""
    number = f"({right.number})" if right.number else ""
    return f"{KINDS.get(right.kind, right.kind)} {right.name}{number}"


def agency(draft: Draft) -> Iterator[str]:
    """Whom the complainant acts for, where it is not the owner itself."""
    if draft.complainant.is_agent:
        yield f"权利人:{draft.complainant.holder}(由上述主体依授权委托书代为提出)"


def facts(draft: Draft) -> Iterator[str]:
    """One numbered paragraph a case: when, where, by whom, what."""
    for number, matter in enumerate(draft.matters, 1):
        it = matter.listing
        seller = it.seller_name or it.seller_id
        who = f"由卖家「{seller}」发布的" if seller else "(页面未显示卖家)的"
        pieces = [str(n) for n, one in enumerate(draft.evidence, 1) if one.case == matter.case]
        shown = f"(见证据{'、'.join(pieces)})" if pieces else ""
        yield (
            f"{number}. {_days(matter)},在{it.marketplace}"
            f"{who}商品「{it.title[:MOST_QUOTED]}」:{reasons(draft, matter)}{shown}"
        )


def _days(matter: Matter) -> str:
    first, last = (f"{day:%Y年%m月%d日}" for day in (matter.first_seen, matter.last_seen))
    return f"{first}(UTC)" if first == last else f"{first}至{last}(UTC)期间"


def _sentence(flag: Flag, *, lists_sellers: bool) -> str:
    fact = flag.evidence[0] if flag.evidence else Evidence(field="", observed="")
    asset = fact.asset or fact.expected
    if flag.rule not in SAYS or (not asset and "{asset}" in SAYS[flag.rule]):
        return cited(flag)
    before = NOT_LISTED if flag.rule == "impersonation" and lists_sellers else ""
    return before + SAYS[flag.rule].format(seen=fact.observed[:MOST_QUOTED], asset=asset[:MOST_QUOTED])
