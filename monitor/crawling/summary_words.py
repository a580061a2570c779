"""What is counted in a crawl, as its end says it: in braces stand the words for one and for several."""

import re

UNCHANGED = "not changed since {it was|they were} fetched last, and so {was|were} not sent again"
OF_NO_PRODUCT = "offers_of_no_product"
GROUPS = (
    ("not_fetched", "{page|pages} not fetched"),
    ("dropped", "{listing|listings} dropped"),
    ("photos_failed", "{photo|photos} failed"),
    ("words_failed", "{photo|photos} whose words could not be read"),
    ("prices_without_a_floor", "{price|prices} not held against a floor"),
    ("sellers_missed", "{listing|listings} of whose seller a row of sellers.csv may speak, and misses it"),
    (
        OF_NO_PRODUCT,
        "{offer|offers} under a brand's name like no product of its products.csv, so that no floor holds for {it|them}",
    ),
)
"""What is counted by reason."""
COUNTS = (
    ("pages/blocked", "{page|pages} blocked by the site"),
    ("pages/gave_way", "{answer|answers} that asked to slow down, which was done"),
    (
        "pages/unchanged",
        f"{{page that has|pages that have}} {UNCHANGED}",
    ),
    (
        "pages/none_kept",
        "file of what is kept (pages.db, photos.db) cannot be used, so all was fetched whole; remove it",
    ),
    (
        "pages/from_cache",
        "{ANSWER|ANSWERS} FROM THE HTTP CACHE, NOT FROM THE SITE: what is stored of {it|them} may be a day old",
    ),
    ("pages/gone", "{page|pages} gone"),
    ("listings/removed", "{listing|listings} found removed"),
    ("revisits/there", "{listing of an open case that is|listings of open cases that are} still there"),
    ("revisits/gone", "{listing of an open case that is|listings of open cases that are} gone"),
    (
        "revisits/something_else",
        "{address of an open case that shows|addresses of open cases that show} something else; look at {it|them}",
    ),
    ("revisits/not_read", "{listing of an open case|listings of open cases} whose page could not be read"),
    ("pages/empty", "{page|pages} empty"),
    ("pages/not_html", "{page that is|pages that are} no HTML"),
    (
        "pages/needs_javascript",
        "{page not read because it needs|pages not read because they need} a browser; see monitor doctor",
    ),
    ("pages/rendered", "{page|pages} opened in the browser"),
    ("pages/empty_in_the_browser", "{page that is|pages that are} empty in the browser too"),
    ("browser/refused", "private {address|addresses} refused to pages in the browser"),
    (
        "browser/too_large",
        "{process of a page|processes of pages} ended in the browser, as {it|they} took too much memory",
    ),
    ("pages/nothing_found", "{search or page that holds|searches and pages that hold} no listing"),
    (
        "listings/from_the_search_alone",
        "{listing|listings} known from a result page alone, as {its|their} own page did not come",
    ),
    ("pages/problems", "{value|values} on pages not understood"),
    (
        "pages/beyond_the_limit",
        "{page|pages} not visited, as the limit is reached; raise it with -a pages=N or items=N",
    ),
    (
        "links/of_cards_not_followed",
        "{card of a list that leads|cards of lists that lead} to another site or to a page without goods, not followed",
    ),
    ("listings/stored_before", "{observation that was|observations that were} stored before, the same in all"),
    ("listings/seen_before", "{listing|listings} met again on other pages"),
    ("photos/beyond_the_limit", "{photo|photos} not read, beyond the first of a listing"),
    (
        "photos/unchanged",
        f"{{photo that has|photos that have}} {UNCHANGED}",
    ),
    ("photos/with_words", "{photo with words in it|photos with words in them}"),
    (
        "photos/lines_beyond_the_limit",
        "{line|lines} of text in photos not read, beyond what one photo may cost",
    ),
)
NEW_CASES = "new {case|cases}"
STORED = "{listing|listings} stored"
EITHER = re.compile(r"\{([^|}]*)\|([^}]*)\}")


def counted(number: int, words: str) -> str:
    """The number before the words for so many, which stand in braces: `{page|pages} gone`."""
    return f"{number} {EITHER.sub(lambda either: either[1] if number == 1 else either[2], words)}"
