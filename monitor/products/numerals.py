"""Numbers as titles write them, in digits and in words, and what may stand beside one that counts."""

NUMERALS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12, "zwei": 2, "drei": 3,
    "vier": 4, "fünf": 5, "sechs": 6, "acht": 8, "zehn": 10, "zwölf": 12, "deux": 2, "trois": 3, "quatre": 4,
    "cinq": 5, "dix": 10, "douze": 12, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "ocho": 8, "diez": 10,
    "doce": 12, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6, "otto": 8, "dieci": 10, "dodici": 12,
    "dois": 2, "duas": 2, "três": 3, "quatro": 4, "oito": 8, "dez": 10, "doze": 12, "twee": 2, "drie": 3, "vijf": 5,
    "twaalf": 12, "dwa": 2, "dwie": 2, "trzy": 3, "cztery": 4, "pięć": 5, "sześć": 6, "два": 2, "две": 2, "три": 3,
    "четыре": 4, "пять": 5, "шесть": 6, "två": 2, "fyra": 4, "iki": 2, "üç": 3, "dört": 4, "altı": 6,
    "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "八": 8, "十": 10,
}  # fmt: skip
_by_letter: dict[str, list[str]] = {}
for _word in sorted((word for word in NUMERALS if len(word) > 1), key=len, reverse=True):
    _by_letter.setdefault(_word[0], []).append(_word[1:])
_words = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in sorted(_by_letter.items()))
_first = "".join(_by_letter)
N = rf"(\d{{1,3}}|(?=[{_first}])(?:{_words})(?![^\W\d_])|[二两三四五六八十](?![^\W\d_]))"
CJK_N = r"(\d{1,3}|[二两三四五六八十])"
GRAMS = (
    *("gram", "grams", "gramm", "gramme", "grammes", "grammi", "gramo", "gramos", "grama", "gramas", "gramy", "gramów"),
    *("грамм", "грамма", "граммов"),
)
KILOS = ("kilo", "kilos", "kilogram", "kilogramm", "kilograms", "kilogrammes", "kilogramos", "kilogrammi", "килограмм")
"""Weights as they are written out."""
AMOUNT = (
    rf"(?<!\d)\d{{1,5}}(?:[.,]\d+)?\s?(?:{'|'.join(GRAMS + KILOS)}"
    r"|ml|cl|dl|l|lt|ltr|lit(?:er|re)s?|litros?|litri|g|gr|kg|oz|fl\.? ?oz|(?:fl(?:uid|\.)? )?ounces?"
    r"|quarts?|qts?|gal(?:lons?)?"
    r"|мл|л|литр(?:а|ов)?|гр?|кг|毫升|升|克|千克)(?![a-zà-ÿа-яё])"
)
BEFORE = r"(?<![\w.,/-])"
AFTER = r"(?![\w/]|[.,]\d|-\d)"
BOTTLES = r"(?:fl|btl|bot|bott|gfs?)\b\.?(?!\s?o(?:z|unce))"
"""Bottles as abbreviated; fluid ounces are none."""
MOST = 500
MOST_READ = 500
"""So many signs of a title are read; no marketplace lets one have more, and what is longer is not worth its time."""


def number(text: str) -> int:
    """The value of a numeral that `N` or `CJK_N` found."""
    return NUMERALS.get(text.casefold()) or int(text)


def beginning(title: str) -> str:
    """The part of a title that is read, up to the last blank in it: a number is never cut in two."""
    if len(title) <= MOST_READ:
        return title
    return title[:MOST_READ].rpartition(" ")[0] or title[:MOST_READ]


def plain_size(said: str) -> str:
    """A size as it is compared: "1,5 l" and "1.5l" are one."""
    return said.replace(" ", "").replace(",", ".")
