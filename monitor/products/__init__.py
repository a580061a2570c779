"""Which catalogue product a listing offers, what one unit of it costs, and what it should cost at least.

A listing is read in four questions; a module answers one each, and its words stand in a toml file beside it.

1. Which product is it? (`matching`) Identifiers decide (`identifiers`, `model_numbers`); else `retrieval` finds the
   few most alike, and `judgement` compares each: `traits`, `variants`, `makers`, `accessories`, `components`. Whether
   as much is delivered as the catalogue's name says is asked of `delivered` (what a text says of it: `contents`) and
   of `kits`. Of packs that the catalogue sells beside the single one (`bundles`) the number that is sold picks one.
2. Is it new, and is the price for it and for all? (`condition`, `wear`, `described`; in doubt: `stated`)
3. How many units does the price buy? (`units_sold`) Its sources, in this order:
   - `packs`: what the title says by itself, see below.
   - `line_numbers` leaves out what belongs to a word of the name: "Outlook 4".
   - `said_twice`: what two numbers of the title say together, "pack of 4 (48 pouches)".
   - `all_told`: packs and all that is in them, "5 reams, 2500 sheets" of 500; `parted`: "5 reams of 500" of 2500.
   - `open_counts`: pieces that cannot be the content, which the name says.
   - `own_count`: the pieces that the catalogue's name says, and `beside_name`: the units beside them (their arithmetic:
     `exact_count`). `holding` is the same where the catalogue states `pack_count`, `sized` where the name has the size.
   - `confirmed`, `agreeing`: numbers in doubt, beside a name in the singular; `counted_parts`: those beside a part.
   - `makers_packs`, `set_names`, `of_one`: goods of which one item may have as many; then a person decides.
   - `attributes`: the number that the page states, which must agree.
4. What does one cost, and is that too little? (`net_price`, `tiers`; what words take off besides: `promises`; `floors`,
   `comparison`)

So `packs` reads a title by itself:
   - `uncertain`: is the price one of whole goods at all?
   - `clean_title`, `thresholds`, `properties`, `asides`, `along` take out the numbers that count nothing that is sold.
   - `nested` multiplies packs of packs; `pack_patterns` and `bracketed` find the other numbers that stand like a count.
   - `units_or_content` says what each of these is, a `reading`: a part (`part_counts`), a size (`sizes_of_set`), what a
     case (`cased`), a machine (`capacity`), a pack (`pack_content`) or a bag of food (`portions`) holds, or units.
   - `unread` names what may be a count and no rule has read. Two counts, or one in doubt, are a problem for a person.
"""

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
