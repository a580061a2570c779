"""The condition of goods as a file of listings names it, in the words of many languages."""

from monitor.pages.words import condition_of
from monitor.products import not_new
from monitor.records import Condition, Listing

NEW = frozenset((
    "new", "brand-new", "unused", "sealed", "neu", "neuware", "unbenutzt", "ungebraucht", "neuf",
    "neuve", "nuevo", "nueva", "nuovo", "nuova", "novo", "nova", "nieuw", "ny", "nya", "nyt",
    "ubrugt", "uusi", "nowy", "nowa", "nowe", "nový", "nová", "nové", "nou", "nouă", "új",
    "καινούριο", "καινούργιο", "yeni", "sıfır", "новый", "новая", "новое", "новые", "новий",
    "нова", "جديد", "חדש", "חדשה", "ใหม่", "มือหนึ่ง", "mới", "baru", "नया", "नई", "全新", "新品",
    "未使用", "未開封", "新しい", "새상품", "새것", "새제품", "미개봉",
))  # fmt: skip
"""Words that say it where they begin the value: "neu", "nuevo con etiquetas"."""
NEVER_USED = (
    "never used", "not used", "nie benutzt", "nicht gebraucht", "nie getragen", "jamais utilisé", "jamais porté",
    "nunca usado", "no usado", "mai usato", "nooit gebruikt", "nigdy nie używan", "не использовал", "未使用",
    "没有用过", "使用していない",
)  # fmt: skip


def condition_named(text: str) -> Condition | None:
    """The condition that the value of a field names, or None; what says that goods are not new stands before "new"."""
    value = text.strip().casefold()
    if value in tuple(Condition):
        return Condition(value)
    if value.startswith(NEVER_USED):
        return Condition.NEW
    found = condition_of(value)
    if found is Condition.UNKNOWN:
        return None
    if found and found is not Condition.NEW:
        return found
    if not_new(Listing(marketplace="", url="", title=value)):
        return Condition.USED
    first = value.replace(",", " ").replace(":", " ").split()[:1]
    return Condition.NEW if found or NEW.intersection([value, *first]) else None
