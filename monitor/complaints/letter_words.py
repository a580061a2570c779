"""The words of letters by language, from the files in `letters/`: a new language is a new file. Pure but for its words.

What the listing says stands in them as it is. Where a file has no sentence for a rule, the flag is cited in English.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from monitor.complaints import chinese
from monitor.complaints.base import Draft
from monitor.complaints.grounds import support
from monitor.complaints.matter import Matter
from monitor.complaints.rights import Right
from monitor.complaints.said import sentences

ENGLISH, CHINESE = "en", "zh"
SPOKEN = {
    "de": ("DE", "AT"), "fr": ("FR", "MC"), "it": ("IT", "SM"), "zh": ("CN",),
    "es": ("ES", "MX", "AR", "CL", "CO", "PE", "UY", "EC", "VE", "BO", "PY", "CR", "PA", "DO", "GT", "HN", "SV", "NI"),
}  # fmt: skip
"""The countries where sellers are mostly written to in a language."""


@cache
def languages() -> tuple[str, ...]:
    """The languages that there are, by their codes."""
    there = files("monitor.complaints").joinpath("letters").iterdir()
    return tuple(sorted(one.name.removesuffix(".toml") for one in there if one.name.endswith(".toml")))


@cache
def table(language: str, name: str) -> Mapping[str, str]:
    """A table of a language's file; empty where it has none."""
    text = files("monitor.complaints").joinpath("letters", f"{language}.toml").read_text("utf-8")
    return {key: str(said) for key, said in tomllib.loads(text).get(name, {}).items()}


def spoken_in(countries: frozenset[str]) -> str:
    """The language of letters to all of these countries; English where there is none of its own."""
    return next((one for one, lands in SPOKEN.items() if countries and countries <= set(lands)), ENGLISH)


def day_in(day: date, language: str) -> str:
    """A day as it is written there."""
    return day.strftime(table(language, "letter")["day"])


def countries_in(codes: str, language: str) -> str:
    """Countries, by codes with commas between, as they are called there; any other as it is."""
    names, comma = table(language, "countries"), table(language, "letter")["comma"]
    return comma.join(names.get(code := one.strip(), code) for one in codes.split(","))


def right_in(right: Right, language: str) -> str:
    """A right with its number, classes and last day."""
    words = table(language, "right")
    if language == CHINESE:
        return chinese.label(right)
    if not words:
        return right.details
    kinds = words["classes" if len(right.classes) > 1 else "class"].format(classes=", ".join(map(str, right.classes)))
    classes = kinds if right.classes else ""
    until = words["until"].format(day=day_in(right.valid_until, language)) if right.valid_until else ""
    number = f" ({right.number})" if right.number else ""
    return ", ".join(filter(None, (f"{words.get(right.kind, right.kind)} {right.name}{number}", classes, until)))


def reasons_in(draft: Draft, matter: Matter, language: str) -> str:
    """What may be cited of one case, and its test buy."""
    says = table(language, "says")
    if language == CHINESE:
        return chinese.reasons(draft, matter)
    if not says:
        return draft.reasons(matter)
    found = [one for flag in support(matter.flags, draft.ground) for one in sentences(flag, says, matter)]
    bought = table(language, "right")["bought"]
    found += [
        bought.format(
            order=buy.order,
            day=day_in(buy.bought_on, language) if buy.bought_on else "–",
            differs=buy.differs.rstrip(" ."),
        )
        for buy in draft.test_buys
        if buy.case == matter.case
    ]
    return " ".join(dict.fromkeys(found))
