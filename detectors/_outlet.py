"""Names that read as a branch or an outlet of the brand: its mark, its goods or a city, and a word for a shop."""

from monitor.marks import Mention, Use
from monitor.marks.folding import WORDS
from monitor.marks.names import NameParts, name_parts
from monitor.products import WholeGoods
from monitor.products.accessories import accessory_words
from monitor.products.own_kinds import is_of_own_kind
from monitor.products.uncertain import spares
from monitor.products.words import fold, spaced

OWN = frozenset(("outlet", "outlets", "boutique", "boutiques"))
"""Shops that makers keep; a store or a shop for somebody's goods may be a dealer's."""
SHOPS = OWN | {"store", "stores", "shop", "shops", "tienda", "negozio", "loja", "winkel", "sklep", "butik", "magasin"}
CITIES = frozenset((
    "amsterdam", "ankara", "antwerp", "athens", "athen", "atlanta", "austin", "bangkok", "barcelona", "basel",
    "beijing", "berlin", "bern", "birmingham", "bologna", "bordeaux", "boston", "brescia", "bristol", "brno",
    "brussels", "brüssel", "bruxelles", "bucharest", "budapest", "cannes", "chicago", "cologne", "köln",
    "copenhagen", "kopenhagen", "københavn", "dallas", "delhi", "denver", "dortmund", "dresden", "dubai",
    "dublin", "düsseldorf", "edinburgh", "essen", "firenze", "florence", "frankfurt", "geneva", "genf", "genève",
    "genova", "glasgow", "göteborg", "graz", "guangzhou", "hamburg", "hannover", "helsinki", "houston",
    "istanbul", "jakarta", "kraków", "krakow", "kyiv", "kyoto", "leeds", "leipzig", "lille", "lisboa", "lisbon",
    "lissabon", "liverpool", "ljubljana", "london", "londres", "lyon", "madrid", "mailand", "malaga", "málaga",
    "malmö", "manchester", "manila", "marseille", "melbourne", "mexico", "miami", "milan", "milano", "monaco",
    "montreal", "moscow", "moskau", "mumbai", "munich", "münchen", "nantes", "napoli", "naples", "nice",
    "nürnberg", "oporto", "osaka", "oslo", "padova", "palermo", "paris", "parma", "philadelphia", "porto", "prag",
    "prague", "praha", "riga", "rio", "rom", "roma", "rome", "rotterdam", "salzburg", "seattle", "seoul",
    "sevilla", "shanghai", "shenzhen", "singapore", "sofia", "stockholm", "stuttgart", "sydney", "taipei",
    "tallinn", "tokyo", "torino", "toronto", "toulouse", "turin", "utrecht", "valencia", "vancouver", "venezia",
    "venice", "verona", "vienna", "vilnius", "warsaw", "warschau", "warszawa", "washington", "wien", "wrocław",
    "zagreb", "zürich", "zurich",
))  # fmt: skip
CITIES_OF_TWO = (
    "new york",
    "hong kong",
    "los angeles",
    "san francisco",
    "las vegas",
    "den haag",
    "são paulo",
    "sao paulo",
    "abu dhabi",
)


def outlet(mention: Mention, others: str, rest: NameParts, goods: WholeGoods, products: str) -> bool | None:
    """Whether a name poses as the brand's own branch; False where it may be a dealer's, None where it is another name.

    `others` is the name without the mark, which stands first; nothing else is in it but words for the brand's whole
    goods, cities and words of trade. `products` are the names of the brand's products.
    """
    shops = SHOPS.intersection(rest.trade)
    if not shops or mention.use is not Use.CLAIM or others[: mention.start].strip():
        return None
    accessories = accessory_words(spaced(fold(others)))
    if not all(is_of_own_kind(word, products) for word in accessories) or any(spares(others)):
        return None
    if any(sign in others for sign in "&+,/|"):
        return None
    text = f" {' '.join(others.translate(WORDS).split())} "
    placed = False
    for city in CITIES_OF_TWO:
        placed = placed or f" {city} " in text
        text = text.replace(f" {city} ", " ")
    own = 0
    for word in text.split():
        parts = name_parts(word)
        if word in CITIES:
            placed = True
        elif goods.named_in(word) or goods.is_line(word) or is_of_own_kind(word, products):
            own += 1
        elif parts.core or parts.official:
            return None
    if not (own or placed):
        return None
    return placed or not OWN.isdisjoint(shops)
