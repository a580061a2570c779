"""Variants that one chooses between, prices of one piece, and data of several variants: which price is asked."""

import json

import pytest

from monitor.pages import Kind, read_page

ARC = "Aurelia Arc lamp"
BUY = "<button>Add to cart</button>"


def label(name: str, price: str, more: str = "", by: str = "v", kind: str = "radio") -> str:
    return f'<label><input type={kind} name="{by}" {more}> {name} <span class="price">${price}</span></label>'


SMALL, LARGE = label("Small", "10.00", "checked"), label("Large", "20.00")
READ = {
    "the first is chosen": (f"{SMALL}{LARGE}{BUY}", "10.00"),
    "the last is chosen": (f"{label('Small', '10.00')}{label('Large', '20.00', 'checked')}{BUY}", "20.00"),
    "labels beside their buttons": (
        f"""<input type=radio name=v id=a><label for=a>S <b class=price>$10.00</b></label><input type=radio name=v id=b
        checked><label for=b>M <b class=price>$20.00</b></label><input type=radio name=v id=c><label for=c>L <b
        class=price>$30.00</b></label>{BUY}""",
        "20.00",
    ),
    "a subscription is chosen, which not everybody buys": (
        f"{label('Subscribe, every month', '10.00', 'checked')}{label('Buy once', '20.00')}{BUY}",
        "20.00",
    ),
    "how it is sent": (
        f"<p class=price>$20.00</p>{BUY}{label('Post', '4.90', 'checked')}{label('Courier', '8.90')}",
        "20.00",
    ),
    "a variant by the name of its button": (
        f"{label('Oak', '10.00', 'checked', 'options[Size]')}{label('Brass', '20.00', '', 'options[Size]')}{BUY}",
        "10.00",
    ),
    "a size beside its stock": (
        f"{label('S', '10.00', 'checked')}{LARGE.replace('</label>', 'In stock</label>')}{BUY}",
        "10.00",
    ),
    "a purchase option": (
        f"{label('Oak', '10.00', 'checked', 'purchase_option')}{label('Brass', '20.00', '', 'purchase_option')}{BUY}",
        "20.00",
    ),
    "a subscription in any language": (
        f"{label('Abonament', '18.00', 'checked')}{label('Zakup', '20.00')}{BUY}",
        "20.00",
    ),
    "used goods": (f"{label('New', '80.00')}{label('Used, very good', '20.00', 'checked')}{BUY}", "80.00"),
    "a rent": (f"{label('Buy', '80.00')}{label('Rent', '20.00', 'checked')}{BUY}", "80.00"),
    "a deposit to choose": (f"{label('Pay in full', '80.00')}{label('Pay a part', '20.00', 'checked')}{BUY}", "80.00"),
    "a way of paying": (f"{label('Card', '80.00')}{label('Bank transfer', '76.00', 'checked')}{BUY}", "80.00"),
    "a phone with a contract": (
        f"{label('Alone', '799.00')}{label('With contract', '1.00', 'checked')}{BUY}",
        "799.00",
    ),
    "several pieces": (f"{label('1 piece', '10.00')}{label('3 pieces', '27.00', 'checked')}{BUY}", "10.00"),
    "several pieces for less each": (
        f"{label('1 pc', '10.00')}{label('3 pcs, each', '9.00', 'checked')}{BUY}",
        "10.00",
    ),
    "a pack": (f"{label('Single', '10.00')}{label('Pack of 3', '27.00', 'checked')}{BUY}", "10.00"),
    "a warranty": (
        f"<p class=price>$200.00</p>{label('None', '0.00', 'checked')}{label('Gold cover', '29.00')}{BUY}",
        "200.00",
    ),
    "a warranty, of which none is chosen": (
        f"<b>$200.00</b><label><input type=radio name=v checked> None</label>{label('Gold cover', '29.00')}{BUY}",
        "200.00",
    ),
    "how it is sent, before the button": (
        f"<p class=price>$20.00</p>{label('Post', '4.90', 'checked')}{label('Courier', '8.90')}{BUY}",
        "20.00",
    ),
    "an extra": (f"<p class=price>$200.00</p>{label('Care plan', '29.00', kind='checkbox')}{BUY}", "200.00"),
    "an extra, and a price without a name": (
        f"<b>$200.00</b><input type=checkbox id=c><label for=c>Care plan <i class=price>$29.00</i></label>{BUY}",
        "200.00",
    ),
    "a piece": (f"<p class=price>Unit price: $12.50</p>{BUY}", "12.50"),
    "a piece, by the line before": (f"<div>Unit price:</div><div class=price>$12.50</div>{BUY}", "12.50"),
    "a piece, by the name of its element": (f"<p class=unit-price>$12.50</p>{BUY}", "12.50"),
    "a piece and a pack": (f"<p class=price>Unit price: $12.50</p><p class=price>$125.00</p>{BUY}", "125.00"),
    "a piece, and a pack at an amount without a name": (
        f"<p class=unit-price>$0.12</p><p><b>$12.50</b></p>{BUY}",
        "12.50",
    ),
    "a piece of a pack": (f"<p class=price>Unit price: $0.12 (pack of 100)</p>{BUY}", "None"),
    "a piece of what is sold in packs": (
        f"<p class=price>Unit price: $0.12</p><p>Sold in packs of 20</p>{BUY}",
        "None",
    ),
    "a piece without tax": (f"<p class=price>Unit price: $12.50 ex VAT</p>{BUY}", "None"),
    "a piece, and what it cost before": (f"<p class=price><s>$20.00</s></p><p class=unit-price>$1.20</p>{BUY}", ""),
    "a piece, of many": (
        f"<table><tr><th>Qty<th>Each<tr><td>100<td class=unit-price>$1.50</table>{BUY}<p class=price>$9.00</p>",
        "9.00",
    ),
    "a tablet": (f"<p class=unit-price>$0.05 per tablet</p>{BUY}", ""),
    "a wash, in parts": (f"<div><b class=unit-price>$0.17</b> <i>/ wash</i></div>{BUY}", ""),
    "a deposit": (f"<p class=price>Deposit $12.50 per unit</p>{BUY}", ""),
    "a weight": (f"<p class=price>Unit price: $12.50 per kg</p>{BUY}", "None"),
    "a weight in parts": (f"<div><span class=unit-price>$12.50</span><span>/</span><span>100 g</span></div>{BUY}", ""),
}


@pytest.mark.parametrize("name", READ)
def test_the_price_of_what_is_chosen_or_of_a_piece(name: str) -> None:
    body, expected = READ[name]
    page = read_page(f"<title>{ARC}</title><h1>{ARC}</h1>{body}", "https://shop.example/goods/lamp.html")
    assert [str(listing.price) for listing in page.listings] == expected.split()


ROWS = {
    "boxes": "<div><div><input type=radio name=v {1}></div><div>{0}</div><div class=price>${2}</div></div>",
    "entries": "<li><input type=radio name=v {1}> <span>{0}</span> <b class=price>${2}</b></li>",
    "cells": "<table><tr><td><input type=radio name=v {1}></td><td>{0}</td><td class=price>${2}</td></tr></table>",
    "beside a label": '<p><input type=radio name=v id="{0}" {1}><label for="{0}">{0}</label> <b class=price>${2}</b></p>',
}


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ("S::10.00 M:checked:20.00 L::30.00", "20.00"),
        ("Once::20.00 Plan:checked:18.00", "20.00"),
        ("Card::20.00 Transfer:checked:19.00", "20.00"),
        ("=200.00 Post:checked:4.90 Courier::8.90", "200.00"),
        ("=200.00 None:checked:0.00 Gold::29.00", "200.00"),
        ("=200.00 Gift:checked:", "200.00"),
    ],
)
def test_choices_in_rows_are_those_in_labels(row: str, choices: str, expected: str) -> None:
    parts = [
        f"<p class=price>${one[1:]}</p>" if one[0] == "=" else ROWS[row].format(*one.split(":"))
        for one in choices.split()
    ]
    page = read_page(f"<title>{ARC}</title><h1>{ARC}</h1>{''.join(parts)}{BUY}", "https://shop.example/goods/lamp.html")
    assert [str(listing.price) for listing in page.listings] == [expected]


@pytest.mark.parametrize(
    ("shown", "buys", "expected"),
    [("20.00", True, "Arc large 20.00"), ("20.00", False, "Arc small 10.00"), ("25.00", True, f"{ARC} 25.00")],
)
def test_of_variants_in_the_data_that_counts_whose_price_the_page_asks(shown: str, buys: bool, expected: str) -> None:
    sizes = {"small": "10.00", "large": "20.00"}
    data = [
        {
            "@type": "Product",
            "name": f"Arc {size}",
            "offers": {"@type": "Offer", "price": price, "priceCurrency": "USD"},
        }
        for size, price in sizes.items()
    ]
    page = read_page(
        f"""<title>{ARC}</title><script type="application/ld+json">{json.dumps(data)}</script><h1>{ARC}</h1>
        <p class=price>${shown}</p>{BUY if buys else ""}""",
        "https://shop.example/goods/lamp-1234567.html",
    )
    assert page.kind is Kind.PRODUCT
    assert f"{page.listings[0].title} {page.listings[0].price}" == expected


@pytest.mark.parametrize("name", ["E27 bulb", "Bulb for Arc", "Arc floor shade"])
def test_the_price_of_an_accessory_in_the_data_is_not_that_of_the_goods(name: str) -> None:
    data = [
        {"@type": "Product", "name": one, "offers": {"@type": "Offer", "price": price, "priceCurrency": "USD"}}
        for one, price in (("Arc floor", "199.00"), (name, "9.99"))
    ]
    page = read_page(
        f"""<title>{ARC}</title><script type="application/ld+json">{json.dumps(data)}</script><h1>{ARC}</h1>{BUY}
        <div><a href="/x">{name}</a><p class=price>$9.99</p>{BUY}</div>""",
        "https://shop.example/goods/lamp-1234567.html",
    )
    assert f"{page.listings[0].title} {page.listings[0].price}" == "Arc floor 199.00"
