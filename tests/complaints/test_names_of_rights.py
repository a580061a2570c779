"""A right covers the names that it states and no other; where another mark may cover one, it is said how to state it."""

from dataclasses import replace
from pathlib import Path

import pytest

from monitor.brands.loader import load_brands
from monitor.cli import main
from monitor.complaints import Ground, Matter, Right, channel
from monitor.complaints.drafting import compose
from monitor.complaints.grouping import split
from monitor.complaints.rights import Register, names_shown, read_register
from monitor.errors import ConfigurationError
from monitor.records import Evidence, Flag
from tests.complaints.complaint_world import DAY, GIVEN, LINKS, MARK, WHO, add_rights, matter

EU = replace(MARK, registration="EU 000000834", office="EUIPO", also=("尔佩图",), name="Erpetual")
CN = replace(MARK, registration="CN 00000834", office="CNIPA", name="Erpetual")
BOTH = replace(CN, also=("尔佩图",))
CHINESE = ("alibaba_ipp", "jd", "pinduoduo")
HOW = 'CN 00000834 is named Erpetual: where it covers 尔佩图 too, write also = ["尔佩图"]'


def shows(mark: str, channel_name: str) -> Matter:
    """A case on a site of a channel whose flag names a mark."""
    one = matter(17, url=LINKS.get(channel_name, "").format(17))
    flag = Flag(
        kind="text_match", brand="aurelia", severity=60, rule="counterfeit_words", sentence=f"It says 高仿 of {mark}.",
        evidence=(Evidence(field="title", observed=mark, expected=mark, asset=mark),),
    )  # fmt: skip
    return replace(one, finding=replace(one.finding, flags=(flag,)))


def register(*rights: Right) -> Register:
    return Register(rights=rights, complainant=WHO, folder=Path())


@pytest.mark.parametrize("name", CHINESE)
def test_a_mark_that_does_not_state_the_name_is_named_with_what_to_write(name: str) -> None:
    way, given = channel(name), GIVEN[name]
    made = compose(way, [shows("尔佩图", name)], register(EU, CN), brand="E", today=DAY, values=given)
    said = "; ".join(way.missing(made))
    assert "the case shows 尔佩图" in said
    assert HOW in said
    assert "EU 000000834) does not count there" in said
    assert CN not in made.rights
    with pytest.raises(ConfigurationError, match="case 17 shows 尔佩图, and not that one") as refused:
        compose(way, [shows("尔佩图", name)], register(EU, CN), brand="E", today=DAY, values=given, right="CN 00000834")
    assert HOW in str(refused.value)
    assert "it is named by trademark Erpetual (EUIPO EU 000000834)" in str(refused.value)


@pytest.mark.parametrize("name", CHINESE)
def test_one_that_states_it_is_relied_on(name: str) -> None:
    way, given = channel(name), GIVEN[name]
    for wanted in ("", "CN 00000834"):
        cases = [shows("尔佩图", name)]
        made = compose(way, cases, register(EU, BOTH), brand="E", today=DAY, values=given, right=wanted)
        assert made.rights == (BOTH,)
        assert not [one for one in way.missing(made) if "registered for CN" in one]
    (lot,) = split(way, [shows("尔佩图", name), shows("Erpetual", name)], register(BOTH), "", [])
    assert len(lot) == 2


@pytest.mark.parametrize("right", ["", "CN 00000834"])
def test_the_only_mark_covers_no_name_that_it_does_not_state(right: str) -> None:
    """As where the mark of brand.toml that does state it has no registration."""
    with pytest.raises(ConfigurationError, match="shows 尔佩图") as refused:
        compose(channel("jd"), [shows("尔佩图", "jd")], register(CN), brand="E", today=DAY, right=right)
    assert HOW in str(refused.value)


def test_a_picture_file_is_no_name_to_state() -> None:
    fact = Evidence(field="images", observed="1", asset="logos/e.png", image="https://m.example/1.jpg")
    flag = Flag(kind="logo_match", brand="e", severity=60, rule="logo_in_photo", sentence="A logo.", evidence=(fact,))
    one = matter(1)
    one = replace(one, finding=replace(one.finding, flags=(flag,)))
    assert names_shown([CN], one, Ground.TRADEMARK) == []


@pytest.mark.parametrize(
    ("kind", "also", "why"),
    [
        ("trademark", '["尔佩图", "エルペ"]', ""),
        ("trademark", '["-"]', "is no name of a mark"),
        ("copyright", '["尔佩图"]', "a copyright has one name"),
    ],
)
def test_the_register_reads_other_names_of_marks(tmp_path: Path, kind: str, also: str, why: str) -> None:
    workspace = tmp_path / "w"
    main(["init", str(workspace)])
    add_rights(workspace)
    folder = workspace / "brands" / "aurelia"
    with (folder / "rights" / "register.toml").open("a", encoding="utf-8") as file:
        file.write(
            f'[[right]]\nkind = "{kind}"\nname = "Erpetual"\nregistration = "1"\noffice = "CNIPA"\nalso = {also}\n'
        )
    (brand,) = load_brands(workspace, only="aurelia")
    if why:
        with pytest.raises(ConfigurationError, match=why):
            read_register(brand, folder)
    else:
        assert read_register(brand, folder).rights[-1].names == ("Erpetual", "尔佩图", "エルペ")
