"""One word for a copy infringes nothing by itself; it does where a person who looked says so, by name and with why."""

from dataclasses import replace
from pathlib import Path

import pytest

from monitor.complaints import Ground, channel
from monitor.complaints.refusals import admit
from monitor.errors import ConfigurationError
from tests.complaints.complaint_world import matter
from tests.complaints.test_complaint_command import judged, run  # noqa: F401
from tests.complaints.test_grounds import register

ALONE, IN_PHOTO = ("text_match", "counterfeit_word_alone"), ("text_match", "counterfeit_word_in_photo")
PERHAPS, CARRYING = ("text_match", "not_genuine_perhaps"), ("text_match", "counterfeit_words")
PRICE, PHOTO, SLIP = ("low_price", "below_floor"), ("photo_match", "own_photo"), ("text_match", "misspelling")
WHY = "the photos show a copied dial"


@pytest.mark.parametrize(
    ("flags", "sure", "grounds"),
    [
        ([ALONE], "", set()),
        ([ALONE], WHY, {Ground.TRADEMARK}),
        ([IN_PHOTO], WHY, {Ground.TRADEMARK}),
        ([PERHAPS, PRICE], WHY, {Ground.TRADEMARK}),
        ([ALONE, PHOTO], WHY, {Ground.TRADEMARK, Ground.COPYRIGHT}),
        ([CARRYING, ALONE], WHY, {Ground.TRADEMARK}),
        ([PRICE], WHY, set()),
        ([SLIP, PRICE], WHY, set()),
    ],
)
def test_what_a_person_makes_of_a_word(flags: list[tuple[str, str]], sure: str, grounds: set[Ground]) -> None:
    one = replace(matter(1, *flags), sure=sure)
    assert one.grounds() == grounds
    assert one.is_by_word is bool(sure and grounds and CARRYING not in flags)


def test_a_note_is_no_word_that_a_person_could_say_more_of() -> None:
    one = replace(matter(1, ALONE), sure=WHY)
    (flag,) = one.finding.flags
    one = replace(one, finding=replace(one.finding, flags=(replace(flag, severity=20),)))
    assert one.grounds() == frozenset()


@pytest.mark.parametrize(("flags", "named"), [([ALONE], True), ([ALONE, PRICE], True), ([PRICE], False)])
def test_the_refusal_names_the_way(flags: list[tuple[str, str]], *, named: bool) -> None:
    with pytest.raises(ConfigurationError, match="infringe no right") as refused:
        admit(channel("jd"), [matter(1, *flags, url="https://item.jd.com/1.html")], register(), [], {})
    assert ('--ground trademark --sure "why"' in str(refused.value)) is named


def test_it_is_drafted_by_a_persons_word_alone(run, tmp_path: Path) -> None:  # noqa: F811
    titles = ("Fake AURELIA watch cheap", "AURELIA Fälschung Uhr", "Reloj AURELIA réplica")
    rows = [f"m,https://m.example/{number},{title},s1,CN" for number, title in enumerate(titles)]
    (tmp_path / "l.csv").write_text("\n".join(["marketplace,url,title,seller_id,territory", *rows]), "utf-8")
    run("check", tmp_path / "l.csv", "--save", "-o", tmp_path / "o.csv")
    cases = [line.split()[0] for line in run("cases", "list", "--marketplace", "m")[1].splitlines()[1:] if line]
    cases = [one for one in cases if one.isdecimal()]
    assert len(cases) == len(titles)
    run("cases", "decide", *cases, "confirmed", "--why", "w", "--by", "t")
    draft = ("complaint", "draft", "third_party", *cases, "--set", "service=X", "--by", "ann")
    for more in ((), ("--ground", "trademark"), ("--sure", WHY)):
        code, said = run(*draft, *more)
        assert (code, '--ground trademark --sure "why"' in said) == (2, True), said
    code, said = run(*draft, "--ground", "trademark", "--sure", "I am sure")
    assert (code, "--sure 'I am sure' says nothing; say in a few words" in said) == (2, True), said
    code, said = run(*draft, "--ground", "trademark", "--sure", WHY)
    warned = f"nobody but you says that the word for a copy is said of the goods: '{WHY}'"
    assert (code, "on the ground trademark" in said, warned in said) == (0, True, True), said
    shown = run("complaint", "show", 1)[1]
    assert f"a word for a copy, said of the goods of case {', '.join(sorted(cases, key=int))} for sure: {WHY}" in shown
    assert "ann" in shown
    assert warned in shown
    package = next((tmp_path / "w" / "complaints").glob("third_party-*"))
    assert not any(WHY.encode() in file.read_bytes() for file in package.rglob("*") if file.is_file()), "it stays here"
    letter = run("complaint", "draft", "letter", cases[0], "--sure", WHY, "--by", "ann")[1]
    assert "on the ground trademark" not in letter, "said of money it accuses nobody"
