"""Which catalogue product a listing offers, what one unit of it costs, and what it should cost at least."""

from monitor.products.compared import compared_part, names_a_size
from monitor.products.comparison import Comparison, compare_with_floor, has_floor
from monitor.products.condition import not_new, sells_new
from monitor.products.contradictions import contradictions
from monitor.products.floors import Floor, floor_in_force, mildest_floor, territories_of_floors
from monitor.products.home_country import home_country, site_of_floor
from monitor.products.line_names import told_by_words
from monitor.products.matching import Match, Matcher, Outcome
from monitor.products.net_price import NetPrice, net_price
from monitor.products.trades import Catalogue, Trade
from monitor.products.whole_goods import WholeGoods, names_a_part, what_others_make

__all__ = [
    "Catalogue",
    "Comparison",
    "Floor",
    "Match",
    "Matcher",
    "NetPrice",
    "Outcome",
    "Trade",
    "WholeGoods",
    "compare_with_floor",
    "compared_part",
    "contradictions",
    "floor_in_force",
    "has_floor",
    "home_country",
    "mildest_floor",
    "names_a_part",
    "names_a_size",
    "net_price",
    "not_new",
    "sells_new",
    "site_of_floor",
    "territories_of_floors",
    "told_by_words",
    "what_others_make",
]
