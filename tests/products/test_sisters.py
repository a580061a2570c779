"""A smaller or larger sister that the catalogue lacks is no match, whatever norm or number stands in both names."""

import pytest

from monitor.brands import Product
from monitor.products import Match, Matcher, Outcome
from monitor.products.amounts import is_other_content, pieces, sizes
from monitor.products.identifiers import codes_and_norms
from monitor.records import Listing


def match(name: str, title: str, model: str = "", gtin: str = "", **more: str) -> Match:
    product = Product(sku="P", name=name, brand="Halvor", model=model, gtin=gtin)
    other = Product(sku="Q", name="Halvor garden chair", brand="Halvor")
    listing = Listing(marketplace="m", url="https://m.example/1", title=title, brand="Halvor", **more)  # type: ignore[arg-type]
    return Matcher((product, other), marks=("Halvor",)).match(listing)


SISTERS = (
    ("Halvor Omega-3 60 capsules", "Halvor Omega-3 30 Kapseln"),
    ("Halvor Vitamin D3 120 tablets", "Halvor Vitamin D3 60 comprimés"),
    ("Halvor Coenzyme Q10 60 capsules", "Halvor Coenzyme Q10 30 capsules"),
    ("Halvor Vitamin B12 100 tablets", "Halvor Vitamin B12 50 Tabletten"),
    ("Halvor FFP2 masks 20 pieces", "Halvor FFP2 Masken 10 Stück"),
    ("Halvor FFP2 masks 20 pieces", "Halvor FFP2-masker 10 stuks"),
    ("Halvor KN95 masks 50 pieces", "Halvor KN95 mascarillas 25 unidades"),
    ("Halvor CR2032 batteries 10 pieces", "Halvor CR2032 baterie 5 szt."),
    ("Halvor LR44 batteries 20 pieces", "Halvor LR44 pile 10 pezzi"),
    ("Halvor 18650 battery 4 pieces", "Halvor 18650 Akku 2 Stück"),
    ("Halvor GU10 LED bulb 6 pack", "Halvor GU10 LED bulb 3 pack"),
    ("Halvor E27 LED bulb 4 pieces", "Halvor E27 LED bulb 2 pieces"),
    ("Halvor Cat6 cable 10 m", "Halvor Cat6 cable 5 m"),
    ("Halvor CAT7 patch cable 10 m", "Halvor CAT7 Patchkabel 7,5 m"),
    ("Halvor RG59 coax cable 20 m", "Halvor RG59 coax cable 15 m"),
    ("Halvor USB3.0 cable 2 m", "Halvor USB3.0 cable 50 cm"),
    ("Halvor PM2.5 filter 10 pieces", "Halvor PM2.5 filter 5 pieces"),
    ("Halvor TX30 bits 10 pieces", "Halvor TX30 Bits 5 Stück"),
    ("Halvor EN166 safety goggles IP67 3 pieces", "Halvor EN166 safety goggles IP67 2 pieces"),
    ("Halvor SPF50 sun cream 200 ml", "Halvor Sonnencreme SPF50 150ml"),
    ("Halvor S925 necklace 50 cm", "Halvor S925 necklace 40 cm"),
)


@pytest.mark.parametrize(("name", "title"), SISTERS)
def test_a_norm_is_no_model_number(name: str, title: str) -> None:
    found = match(name, title)
    assert found.outcome is not Outcome.MATCH, found.why
    assert "model" not in found.why


@pytest.mark.parametrize(("name", "title"), SISTERS)
def test_the_goods_themselves_are_matched_by_their_whole_name(name: str, title: str) -> None:
    assert title
    assert match(name, f"{name} new").outcome is Outcome.MATCH


@pytest.mark.parametrize(
    ("name", "model", "title", "why"),
    [
        ("Halvor LS2 work gloves size 10", "LS2", "Halvor LS2 work gloves size 9", "size differs (10; 9)"),
        ("Halvor work gloves size 10", "HWG20", "Halvor Arbeitshandschuhe HWG20 Größe 9", "size differs"),
        ("Halvor work gloves size 10", "HWG20", "Halvor gants HWG20 taille 8", "size differs"),
        ("Halvor rain coat size L", "HRC77", "Halvor HRC77 chubasquero talla M", "size differs (l; m)"),
        ("Halvor rain coat size L", "HRC77", "Halvor HRC77 płaszcz rozmiar XL", "size differs"),
        ("Halvor sandals size 42", "HSD11", "Halvor HSD11 凉鞋 40码", "size differs"),
        ("Halvor building bricks 620 pieces", "HB700", "Halvor HB700 building bricks 450 pieces", "pieces differs"),
        ("Halvor patch cable 10 m", "HPC55", "Halvor patch cable HPC55 5m", "size differs (10 m, 5 m)"),
        ("Halvor patch cable 10 m", "HPC55", "Halvor HPC55 cavo 5 metri", "size differs (10 m, 5 m)"),
        ("Halvor patch cable 1 m", "HPC55", "Halvor HPC55 Kabel 50 cm", "size differs (1000 mm, 500 mm)"),
        ("Halvor garden hose 50 m", "HGH50X", "Halvor HGH50X шланг 30 м", "size differs"),
        ("Halvor fish oil 60 capsules", "HFO60X", "Halvor HFO60X 鱼油 30粒", "number of pieces differs (60; 30)"),
        ("Halvor hand cream 19 oz", "HHC19X", "Halvor HHC19X hand cream 12 Ounce", "size differs (19 oz, 12 oz)"),
        ("Halvor fish oil 1000 mg", "HFO60X", "Halvor HFO60X fish oil 500 mg", "size differs"),
    ],
)
def test_other_sizes_and_contents_contradict_an_agreeing_number(name: str, model: str, title: str, why: str) -> None:
    for gtin in ("", "4006381333931"):
        found = match(name, title, model, gtin)
        assert found.outcome is Outcome.REVIEW, found.why
        assert why in found.why
    assert match(name, f"{name} {model}", model).outcome is Outcome.MATCH


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Halvor fish oil 60 capsules", "Halvor HX4711 Fischöl 60 Kapseln"),
        ("Halvor fish oil 60 capsules", "Halvor HX4711 Fischöl 2 x 60 Kapseln"),
        ("Halvor razor blades 8 pieces", "Halvor HX4711 Rasierklingen 16 Stück"),
        ("Halvor patch cable 10 m", "Halvor HX4711 Patchkabel 10m 5 mm"),
        ("Halvor patch cable 10 m", "Halvor HX4711 Patchkabel 1000 cm"),
        ("Halvor rain coat size L", "Halvor HX4711 Regenmantel Gr. L"),
        ("Halvor rain coat", "Halvor HX4711 Regenmantel Gr. L"),
        ("Halvor gaming mouse black", "Halvor gaming mouse HX4711 multicolor LED"),
        ("Halvor gel black", "Halvor gel HX4711 vit. C"),
        ("3M Halvor tape 10 m", "Halvor HX4711 Klebeband 10 m"),
    ],
)
def test_what_agrees_or_is_a_multiple_stays_a_match(name: str, title: str) -> None:
    found = match(name, title, "HX4711")
    assert found.outcome is Outcome.MATCH, found.why


@pytest.mark.parametrize("colour", ["vit", "multicolor", "multicolour"])
def test_another_colour_is_no_match(colour: str) -> None:
    found = match("Halvor gaming mouse black", f"Halvor gaming mouse HX4711 {colour}", "HX4711")
    assert found.outcome is not Outcome.MATCH, found.why


def test_a_norm_in_the_column_for_the_model_is_a_model_number() -> None:
    found = match("Halvor face shield", "Halvor FFP2 Visier", "FFP2")
    assert "model FFP2 agrees" in found.why


@pytest.mark.parametrize(
    ("text", "codes", "norms"),
    [
        ("Cat6 USB3.0 GU10 IP67 EN166", set(), {"cat6", "usb30", "gu10", "ip67", "en166"}),
        ("KN95-masks FFP2-NR", set(), {"kn95", "ffp2nr"}),
        ("tyre 205/55R16, article 20555", {"20555"}, {"20555r16"}),
        ("CAT6-4711 PS-LX350H CR9000 EN-EL15", {"cat64711", "pslx350h", "cr9000", "enel15"}, {"cat6"}),
    ],
)
def test_norms_are_told_from_model_numbers(text: str, codes: set[str], norms: set[str]) -> None:
    assert codes_and_norms(text) == (frozenset(codes), frozenset(norms))


def test_sizes_and_contents() -> None:
    assert sizes("schuhe größe: eu 42,5 rot") == {"42.5"}
    assert sizes("resize 9 things") == frozenset()
    assert pieces("1 piece, 20er box, 30 filmtabletten, 12-pieces, 3 x 40 st") == {12, 30, 40}
    assert is_other_content(frozenset({60}), frozenset({30}))
    assert not is_other_content(frozenset({60}), frozenset({120}))
    assert not is_other_content(frozenset(), frozenset({30}))
