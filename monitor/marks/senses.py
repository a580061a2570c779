"""What words of counterfeiting mean otherwise by what stands right beside them: natural jade, an amount off a price."""

import re

from monitor.marks.lexicon import Lexicon

REACH = 48
"""So many characters before and behind a word are read."""
AMOUNT = r"(?:(?:eur|usd|gbp|chf|[$ley])\s?|(?!(?:19|20)\d\d(?!\d)))\d(?:[\d.,-]*\d)?"
"""An amount, which no bare year is. As it is spoken, £ is an l, € an e and ¥ a y."""


class Senses:
    """The words of all languages that give such words another sense. All texts are as `language.SPOKEN` reads them."""

    def __init__(self, words: Lexicon, table: dict[int, str | None]) -> None:
        def either(key: str) -> str:
            spoken = {phrase.translate(table) for phrase in words.senses[key]} - {""}
            return "|".join(map(re.escape, sorted(spoken, key=lambda one: (-len(one), one))))

        self._grades = frozenset(phrase.translate(table) for phrase in words.senses["grade"])
        beside = rf"(?:{either('of_stones')}|\s)*"
        bare = rf"(?:{either('bare_stones')})(?={either('of_stones')}|{either('grade')}|\W|$)"
        stone = rf"(?:{either('stones')}|{bare})(?!{either('not_stones')})"
        given = "".join(rf"(?<!{gift})(?<!{gift}\s)" for gift in either("gifts").split("|"))
        self._other_goods = re.compile(rf"{given}(?:{either('not_beside')})")
        self._stone_before, self._stone_behind = re.compile(rf"{stone}{beside}$"), re.compile(beside + stone)
        self._taken = frozenset(phrase.translate(table) for phrase in words.senses["takes_off"])
        self._prices = re.compile(rf"\s(?:{either('prices')})(?!\w)")
        self._takes = re.compile(rf"(?<!\w)(?:{either('takers')})\s*$")
        self._begins = re.compile(r"(?:^|[.!?;\n])\s*$")
        self._amount = re.compile(rf"\s(?:{either('amounts')})(?!\w)|\s{AMOUNT}(?![\d:/])")
        counted = rf"\s?(?:{either('counted')})(?!\w)|\s*(?:$|[^\w\s:/-]|[-–—]\s)"
        self._counted = re.compile(rf"\s(?:{either('amounts')})(?!\w)|\s{AMOUNT}(?:{counted})")
        """Where nobody is said to take off an amount, a number alone may count goods: "Knock-off 2 pcs"."""

    def otherwise(self, text: str, first: int, last: int) -> bool:
        """Whether the word from `first` to `last` is a grade of a stone beside it, or takes an amount off a price.

        Near a word for a bag or a watch it is no grade: 手表 A货 白玉表盘. One that is given with the stone is nothing.
        """
        word, before, behind = text[first:last], text[max(0, first - REACH) : first], text[last : last + REACH]
        if word in self._grades:
            if self._other_goods.search(before) or self._other_goods.search(behind):
                return False
            return bool(self._stone_before.search(before) or self._stone_behind.match(behind))
        if word not in self._taken:
            return False
        told = self._takes.search(before) and self._amount.match(behind)
        bare = self._begins.search(before) and self._counted.match(behind)
        return bool(told or bare or self._prices.match(behind))
