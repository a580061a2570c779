"""Packs and what each holds, beside a name that says all that one unit holds."""

from decimal import Decimal

import pytest

from monitor.brands import Product
from monitor.products import net_price
from monitor.records import Listing


@pytest.mark.parametrize(
    ("title", "name", "units"),
    [
        ("Papel Bond Carta Caja 10 Paquetes De 500 Hojas", "Papel Bond Carta Caja 5000 Hojas", "1"),
        ("Copy paper 5 reams of 500 sheets", "Ofixa Copy paper 2500 sheets", "1"),
        ("Kopierpapier 5 x 500 Blatt", "Ofixa Kopierpapier 2500 Blatt", "1"),
        ("Carta A4 5 risme da 500 fogli", "Ofixa Carta A4 2500 fogli", "1"),
        ("Papier A4 5 ramettes de 500 feuilles", "Ofixa Papier A4 2500 feuilles", "1"),
        ("Copy paper 10 reams of 500 sheets", "Ofixa Copy paper 2500 sheets", "2"),
        ("Copy paper 5 reams of 500 sheets", "Ofixa Copy paper 3000 sheets", "?"),
        ("Copy paper 5 reams of 500 sheets", "Ofixa Copy paper 500 sheets", "5"),
        ("Caja 10 Paquetes De 500 Hojas", "Papel Bond Carta 500 Hojas", "10"),
        ("Copy paper 2500 sheets (5 reams of 500 sheets)", "Ofixa Copy paper 2500 sheets", "1"),
        ("1 Karton Kopierpapier 5 x 500 Blatt", "Ofixa Kopierpapier 2500 Blatt", "1"),
        ("Copy paper 2 x 2500 sheets (5 reams of 500 sheets)", "Ofixa Copy paper 2500 sheets", "?"),
        ("Copy paper 2 boxes of 5 reams of 500 sheets", "Ofixa Copy paper 2500 sheets", "?"),
        ("2 Kartons Kopierpapier je 5 x 500 Blatt", "Ofixa Kopierpapier 2500 Blatt", "?"),
        ("Lot de 2 cartons papier A4 5 ramettes de 500 feuilles", "Ofixa Papier A4 2500 feuilles", "?"),
        ("3 cajas papel A4 5 paquetes de 500 hojas", "Ofixa Papel A4 2500 hojas", "?"),
        ("2 scatole carta A4 5 risme da 500 fogli", "Ofixa Carta A4 2500 fogli", "?"),
        ("Notizblock 2 x 50 Blatt 100 Seiten", "Ofixa Notizblock 50 Blatt 100 Seiten", "2"),
        ("湿巾80抽*5大包带盖", "云朵熊湿巾 80抽", "5"),
        ("湿巾80抽×5大包", "云朵熊湿巾 80抽*5大包", "1"),
        ("纸巾80抽*5小包", "云朵熊纸巾 80抽", "5"),
        ("洗衣液2kg*4大瓶", "洗衣液 2kg", "4"),
    ],
)
def test_units(title: str, name: str, units: str) -> None:
    listing = Listing(marketplace="m", url="https://m.example/1", title=title, price=Decimal(1000), currency="EUR")
    net = net_price(listing, Product(sku="P", name=name))
    assert ("?" if net.problem or net.doubt else str(net.units)) == units
