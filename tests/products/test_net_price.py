"""Price, coupon, shipping and packs to the net price of one unit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.brands import Product
from monitor.products import net_price
from monitor.records import Listing

WATCH = Product(sku="W", name="Aurelia Meridian watch")
TWIN = Product(sku="T", name="Aurelia serum twin pack", pack_count=2)
COMBO = Product(sku="D", name="Aurelia TV/DVD combo 22 inch")
TINDER = Product(sku="F", name="Aurelia Lunt fire starters", pack_count=20)
NAMED_TINDER = Product(sku="F", name="Aurelia Lunt fire starters 20 pcs")
KNIVES = Product(sku="K", name="Aurelia Lama knife set 3 pieces", model="TLX3")
CUPS = Product(sku="C", name="Aurelia cups, set of 4")


def offer(title: str = "Aurelia Meridian watch", price: str | None = "100", **more: object) -> Listing:
    amount = None if price is None else Decimal(price)
    values: dict[str, object] = {"currency": "EUR"} | more
    return Listing(marketplace="m", url="https://m.example/1", title=title, price=amount, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("listing", "product", "unit", "units"),
    [
        (offer(), WATCH, "100.00", 1),
        (offer(coupon=Decimal(15)), WATCH, "85.00", 1),
        (offer(pack_count=2), WATCH, "50.00", 2),
        (offer("Aurelia Meridian watch, pack of 3"), WATCH, "33.33", 3),
        (offer("Aurelia Meridian watch pack of 3", pack_count=3), WATCH, "33.33", 3),
        (offer("Aurelia Meridian", attributes={"Number of items": "2"}), WATCH, "50.00", 2),
        (offer("Aurelia Meridian", attributes={"包装数量": "4"}), WATCH, "25.00", 4),
        (offer("Aurelia Meridian", attributes={"セット数": "2"}), WATCH, "50.00", 2),
        (offer("Aurelia Meridian", attributes={"Unidades por kit": "4"}), WATCH, "25.00", 4),
        (offer("Aurelia Meridian", attributes={"Numero di articoli": "4"}), WATCH, "25.00", 4),
        (offer("2 x Aurelia Meridian", attributes={"수량": "1개"}), WATCH, "50.00", 2),
        (offer("Aurelia Meridian", attributes={"Packungsgröße": "100 Stück"}), WATCH, "100.00", 1),
        (offer("Aurelia serum twin pack", attributes={"수량": "2개"}), TWIN, "100.00", 1),
        (offer("Aurelia serum twin pack"), TWIN, "100.00", 1),
        (offer("Aurelia serum"), TWIN, "100.00", 1),
        (offer("Aurelia serum pack of 4"), TWIN, "50.00", 2),
        (offer("Aurelia cups set of 4"), CUPS, "100.00", 1),
        (offer("Aurelia cups 8 pack"), CUPS, "50.00", 2),
        (offer("Lot de 3 couteaux Aurelia Lama TLX3"), KNIVES, "100.00", 1),
        (offer("Aurelia Lama Messer 3er Set TLX3"), KNIVES, "100.00", 1),
        (offer("Aurelia Lama couteaux TLX3 set de 3"), KNIVES, "100.00", 1),
        (offer("Aurelia Lama TLX3 ナイフ 3本セット"), KNIVES, "100.00", 1),
        (offer("3 x Aurelia Lama knife set TLX3"), KNIVES, "33.33", 3),
        (offer("2 x Aurelia Lama knife set 3 pieces TLX3"), KNIVES, "50.00", 2),
        (offer("Aurelia Lunt fire starters 20 pieces"), TINDER, "100.00", 1),
        (offer("Aurelia Lunt Feueranzünder 20 Stück"), TINDER, "100.00", 1),
        (offer("Aurelia Lunt Anzünder 20er Pack"), TINDER, "100.00", 1),
        (offer("Aurelia Lunt fire starters, pack of 40"), TINDER, "50.00", 2),
        (offer("Aurelia Lunt fire starters, 2 packs of 20 LNT20"), TINDER, "50.00", 2),
        (offer("Aurelia Lunt Feueranzünder 2 x 20 Stück"), TINDER, "50.00", 2),
        (offer("Aurelia Lunt Feueranzünder 20 Stück"), NAMED_TINDER, "100.00", 1),
        (offer(shipping=Decimal(5)), WATCH, "100.00", 1),
        (offer(attributes={"Payment methods": "PayPal, instalments", "Price": "100 EUR"}), WATCH, "100.00", 1),
        (offer("Aurelia TV DVD Combo 22 inch"), COMBO, "100.00", 1),
        (offer("Aurelia TV/DVD combo 2 pack"), COMBO, "50.00", 2),
    ],
)
def test_unit_price(listing: Listing, product: Product, unit: str, units: int) -> None:
    net = net_price(listing, product)
    assert (net.unit, net.units, net.problem) == (Decimal(unit), units, "")
    assert net.steps[0] == "price 100.00 EUR"
    assert len(net.steps) == 1 + bool(listing.coupon) + bool(listing.shipping) + (units > 1)
    assert listing.shipping is None or net.steps[1] == "shipping of 5.00 not counted"


@pytest.mark.parametrize(
    ("listing", "product", "why"),
    [
        (offer(price=None), WATCH, "no price was read"),
        (offer(price="0"), WATCH, "0 is no price for goods"),
        (offer(price="1000000000000"), WATCH, "1000000000000 is no price for goods"),
        (offer(currency=""), WATCH, "the currency was not read"),
        (offer(currency="XQX"), WATCH, "'XQX' is no known currency"),
        (offer(coupon=Decimal(100)), WATCH, "the coupon is worth more than the price"),
        (offer("Buy 2 get 1 free watch"), WATCH, "more units than one"),
        (offer("Aurelia TV/DVD combo plus free wall bracket"), COMBO, "a bundle with other goods"),
        (offer("Watch, deposit"), WATCH, "a part payment"),
        (offer("Watch pack of 3", pack_count=2), WATCH, "the page says 2 units"),
        (offer("Aurelia serum pack of 3"), TWIN, "the listing sells 3 pieces, the product has 2"),
        (offer("Watch pack of 2, set of 3"), WATCH, "not certain"),
        (offer("Aurelia Lunt fire starters, 2 packs of 20 LNT20"), WATCH, '"2 packs of 20 LNT20" in the title may'),
        (offer("Aurelia Lunt fire starters, pack of 30"), TINDER, "the listing sells 30 pieces, the product has 20"),
        (offer("Aurelia Lunt Feueranzünder 20 Stück"), WATCH, "may or may not be a number of units"),
        (offer(price="0.01", pack_count=500), WATCH, "less than a cent"),
        (offer(attributes={"Packungsgröße": "5er Pack"}), WATCH, "Packungsgröße: 5er Pack"),
        (offer(attributes={"Número de unidades": "2"}), WATCH, "Número de unidades: 2"),
        (offer(attributes={"수량": "2개"}), WATCH, "수량: 2개"),
        (offer(attributes={"price_to": "30"}), WATCH, "a range up to 30"),
        (offer(attributes={"bid": "30"}), WATCH, "an auction"),
        (offer(attributes={"price_is": "the lowest of several offers"}), WATCH, "the lowest of several offers"),
        (
            offer(attributes={"Price type": "Monthly instalment"}),
            WATCH,
            '"Price type: monthly" speaks of a part payment',
        ),
        (offer(attributes={"Preisart": "Anzahlung"}), WATCH, "a part payment"),
        (offer(attributes={"价格类型": "定金"}), WATCH, "a part payment"),
        (offer(attributes={"Offer type": "Rental, per day"}), WATCH, "a hire"),
        (offer(attributes={"Tipo de precio": "Precio de socio"}), WATCH, "a price that not everybody pays"),
    ],
)
def test_no_unit_price_and_why(listing: Listing, product: Product, why: str) -> None:
    net = net_price(listing, product)
    assert net.unit is None
    assert why in net.problem


def test_shipping_counts_where_the_brand_says_so() -> None:
    with_shipping = net_price(offer(shipping=Decimal(5), pack_count=2), WATCH, with_shipping=True)
    assert with_shipping.unit == Decimal("52.50")
    assert with_shipping.steps[1] == "plus shipping 5.00 = 105.00"
    assert "shipping counts" in net_price(offer(), WATCH, with_shipping=True).problem
    assert net_price(offer(shipping=Decimal(0)), WATCH, with_shipping=True).unit == Decimal("100.00")


amounts = st.decimals(min_value="0.01", max_value="99999", places=2)


@given(amounts, amounts, amounts)
def test_a_larger_coupon_never_raises_the_price(price: Decimal, one: Decimal, other: Decimal) -> None:
    small, large = sorted((one, other))
    first = net_price(offer(price=str(price), coupon=small), WATCH).unit
    second = net_price(offer(price=str(price), coupon=large), WATCH).unit
    assert second is None or (first is not None and second <= first)


@given(amounts, st.integers(2, 500))
def test_price_scales_with_the_pack(price: Decimal, units: int) -> None:
    single = net_price(offer(price=str(price)), WATCH).unit
    many = net_price(offer(price=str(price * units), pack_count=units), WATCH).unit
    assert single == many


@given(
    st.decimals(allow_nan=False, allow_infinity=False) | st.none(),
    st.decimals(0, 10**15, allow_nan=False) | st.none(),
    st.integers(1, 100_000) | st.none(),
    st.text(max_size=60),
    st.sampled_from(["EUR", "JPY", "", "XXQ"]),
)
def test_wild_prices_give_a_price_or_a_reason(
    price: Decimal | None, coupon: Decimal | None, pack: int | None, title: str, currency: str
) -> None:
    wild = offer(title, currency=currency, coupon=coupon, pack_count=pack)
    object.__setattr__(wild, "price", price)
    net = net_price(wild, WATCH)
    assert (net.unit is None) is bool(net.problem)
    assert net.unit is None or net.unit > 0
