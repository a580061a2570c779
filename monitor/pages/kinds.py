"""Pages that say nothing of goods: blocked, or empty before JavaScript has run."""

import re
from collections.abc import Collection, Iterable
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document, squeeze
from monitor.pages.gone import SHORT, why_gone
from monitor.pages.marks import around, hides, names_of
from monitor.pages.rules import Rules
from monitor.pages.said import words

REFUSALS = {
    401: "login asked for", 403: "forbidden", 407: "login asked for", 429: "too many requests", 503: "not available",
}  # fmt: skip

WALLS = {
    name: re.compile("|".join(words("walls", key)), re.IGNORECASE)
    for name, key in (
        ("captcha", "captcha"),
        ("unusual traffic", "traffic"),
        ("login wall", "login"),
        ("consent wall", "consent"),
    )
}
"""What the pages say that stand in the way of what was asked for."""
OUT_OF_ORDER = re.compile("|".join(words("walls", "broken")), re.IGNORECASE)
"""What a title or heading says where neither the goods nor word of them came."""
WAITING_TITLE = re.compile(rf"^(?:{'|'.join(words('walls', 'waiting'))})\W*$", re.IGNORECASE)
"""The title of a firewall's waiting page."""
WALL_ADDRESS = re.compile(
    r"/verify/(?:traffic|captcha)|/splashui/|/_____tmd_____/|/errors/validatecaptcha|account-verification|/sorry/index"
    r"|//login\.(?:taobao|tmall|1688)\.com",
    re.IGNORECASE,
)
"""Where marketplaces lead to what stands in the way."""
WALL_SCRIPTS = (
    b"_____tmd_____/punish",
    b"captcha-delivery.com",
    b"_Incapsula_Resource",
    b"/_sec/cp_challenge",
)
"""What the scripts of firewalls hold on a page that has nothing else."""
LOGIN_TITLE = re.compile(
    "|".join(
        [
            *(f"^{word}" for word in words("walls", "begins")),
            *(f"{word}$" for word in words("walls", "ends")),
            *words("walls", "holds"),
        ]
    ),
    re.IGNORECASE,
)
"""What the title of a page says on which one signs in."""
FIREWALLS = "form[action*=validateCaptcha],#challenge-form,#px-captcha,#cf-wrapper,[id*=baxia],#nocaptcha"
BLOCKED_ELEMENTS = (
    f"{FIREWALLS},iframe[src*=captcha],.g-recaptcha,.h-captcha,[class*=captcha-container],[class*=captcha__container]"
)
WRITES = "textarea:not([name*=captcha i]):not([id*=captcha i])"
"""Where one writes; the captchas of two makers have a field so called, which a script fills."""
MAX_FORMS, STEPS_UP = 10, 12
SELLER_PATH = re.compile(
    r"/(?:usr|str|sp|seller|sellers|vendor|vendors|merchant|merchants|haendler)"
    r"/[^/?#]{2,100}/?$|/sp/?$",
    re.IGNORECASE,
)
SELLER_QUERY = re.compile(r"(?:^|&)(?:me|seller|sellerid|seller_id|merchant|merchantid|_ssn)=[^&]", re.IGNORECASE)
OF_A_PROFILE = re.compile(
    r"(?<![a-z])(?:seller|vendor|merchant)s?[-_]{0,2}(?:profile|header|info|page|banner|details?|about)"
    r"|(?<![a-z])(?:shop|store)[-_]{0,2}profile",
    re.IGNORECASE,
)
"""What the part of a page is named after that the name of a seller heads."""
OF_NO_ONE = re.compile(
    r"(?<![a-z])(?:best|top|hot|multi|many|all|other|more|related|not?|non|become(?:[-_]an?)?)"
    r"[-_]{0,2}(?:seller|vendor|merchant)",
    re.IGNORECASE,
)
"""What such names say of goods that sell well, of many sellers, or of none."""
STEPS = 5
SHELL_ROOTS = "#root,#app,#__next,#__nuxt,#___gatsby,app-root,#main-app,[data-reactroot],#ice-container,#application"
JAVASCRIPT = re.compile(r"javascript|java script|js\b", re.IGNORECASE)
EMPTY = 400


def why_blocked(document: Document, status: int) -> str:
    """Why the page counts as blocked: a captcha, a wall or a refusal and nothing else. Empty where it is none.

    For pages without a listing.
    """
    if len(document.text) >= SHORT:
        return ""
    if status in REFUSALS:
        return f"the site answered {status} ({REFUSALS[status]})"
    return _captcha_or_wall(document, WALLS) or _firewall(document) or _out_of_order(document)


def _firewall(document: Document) -> str:
    if found := WALL_ADDRESS.search(document.url):
        return f"the address says {squeeze(found[0].strip('/'), 60)!r}"
    if any(script.holds(mark) for script in document.scripts[:20] for mark in WALL_SCRIPTS):
        return "a script of a firewall"
    found = WAITING_TITLE.search(document.title)
    return f"the title says {squeeze(found[0], 60)!r}" if found else ""


def _out_of_order(document: Document) -> str:
    if (said := LOGIN_TITLE.search(document.title)) and document.tree.css_first("input[type=password i]") is not None:
        return f"login wall: the title says {squeeze(said[0], 60)!r}"
    for place, text in (("title", document.title), ("heading", document.h1)):
        if found := OUT_OF_ORDER.search(text):
            return f"the {place} says {squeeze(found[0], 60)!r}"
    return ""


def _captcha_or_wall(document: Document, names: Iterable[str]) -> str:
    asking = document.tree.css_first(BLOCKED_ELEMENTS)
    forms = _forms_to_write_in(document)
    if asking is not None and not (forms and all(_is_in(one, forms) for one in document.tree.css(BLOCKED_ELEMENTS))):
        return "a captcha"
    for place, said in (("title", document.title), ("page", _without(document.text, forms))):
        for name in names:
            if found := WALLS[name].search(said):
                return f"{name}: the {place} says {squeeze(found[0], 60)!r}"
    return ""


def _forms_to_write_in(document: Document) -> list[LexborNode]:
    """The forms in which one writes a message or review: what they ask for against robots bars nobody from the page.

    That page has a heading of its own and words outside of them; a wall may ask what happened, and shows nothing else.
    """
    if b"<textarea" not in document.html or document.tree.css_first(FIREWALLS) is not None:
        return []
    texts = (text for text in document.tree.css(WRITES)[:MAX_FORMS] if not hides(text))
    forms = [one for text in texts for one in around(text, STEPS_UP) if one.tag == "form"]
    headings = document.tree.css("h1")[:MAX_FORMS]
    left = _without(document.text, (*forms, *headings))
    return forms if headings and left.strip() and not any(_is_in(one, forms) for one in headings) else []


def _without(text: str, parts: Iterable[LexborNode]) -> str:
    """The page's text without that of some of its parts."""
    for part in parts:
        text = text.replace(part.text(separator="\n", strip=True, skip_empty=True), "")
    return text


def _is_in(node: LexborNode, forms: Collection[LexborNode]) -> bool:
    holders = {one.mem_id for one in around(node, STEPS_UP)}
    return any(form.mem_id in holders for form in forms)


def why_wall_over_gone(document: Document) -> str:
    """Why a page that came as gone (404, 410) counts as blocked: it holds a wall, and no word says that it is gone."""
    if len(document.text) >= SHORT or why_gone(document, 200):
        return ""
    return _captcha_or_wall(document, ("captcha", "unusual traffic"))  # banners for consent and login stand on any page


def why_shell(document: Document) -> str:
    """Why there is next to no text: scripts would bring it. Empty where it is no shell. For pages without a listing."""
    if len(document.text) >= EMPTY or not (document.external_scripts or document.scripts):
        return ""
    if JAVASCRIPT.search(document.noscript) or JAVASCRIPT.search(document.text):
        return "next to no text, and the page asks for JavaScript"
    if document.tree.css_first(SHELL_ROOTS) is not None:
        return "next to no text, and an empty root for a script to fill"
    return "next to no text, and scripts" if len(document.text) < 80 else ""


def is_of_seller(document: Document, rules: Rules) -> bool:
    """Whether the address, the page's data, or the part that it begins with, is that of one seller's page."""
    if rules.seller:
        return bool(rules.seller_of(document.url))
    parts = urlsplit(document.url)
    if SELLER_PATH.search(parts.path) or SELLER_QUERY.search(parts.query[:2_000]):
        return True
    if "profile" in " ".join(document.meta.get("og:type", [])).lower().split():
        return True
    holders = around(document.headings[0], STEPS) if document.headings else ()
    return any(
        OF_A_PROFILE.search(name) and not OF_NO_ONE.search(name) for node in holders for name in names_of(node).split()
    )
