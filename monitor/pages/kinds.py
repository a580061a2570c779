"""Pages that say nothing of goods: blocked, gone, or empty before JavaScript has run."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from monitor.pages.document import Document, squeeze
from monitor.pages.rules import Rules

REFUSALS = {
    401: "login asked for", 403: "forbidden", 407: "login asked for", 429: "too many requests", 503: "not available",
}  # fmt: skip
GONE_STATUSES = (404, 410)
WALLS = {
    "captcha": re.compile(
        r"robot check|captcha|are you (?:a )?(?:human|robot)|enter the characters you see|type the characters you see"
        r"|not a robot|verify (?:that )?you(?: are|'re) (?:a )?human|slide to verify|bot (?:detection|verification)"
        r"|geben sie die (?:angezeigten )?zeichen|saisissez les caractères|introduzca los caracteres"
        r"|inserisci i caratteri|digite os caracteres|sicherheitsabfrage|安全验证|访问验证|滑动验证|请按住滑块|拖动滑块"
        r"|验证码|ロボットでは|로봇이 아닙니다|я не робот",
        re.IGNORECASE,
    ),
    "unusual traffic": re.compile(
        r"unusual traffic|automated (?:access|queries|requests|tool)|checking your browser|just a moment"
        r"|attention required|pardon our interruption|access (?:to this page has been )?denied|you have been blocked"
        r"|request (?:blocked|rejected)|security (?:check|measure)|verify your|forbidden|enable cookies to continue"
        r"|please (?:complete|solve) the security|zugriff verweigert|accès refusé|acceso denegado|accesso negato"
        r"|ungewöhnlichen (?:daten)?verkehr|тип трафика|доступ ограничен|アクセスが拒否|访问被拒绝|访问过于频繁",
        re.IGNORECASE,
    ),
    "login wall": re.compile(
        r"(?:sign|log) ?in (?:to|or register to) (?:continue|view|see|access)|please (?:sign|log) ?in"
        r"|you (?:must|need to) (?:sign|log) ?in|bitte (?:melden sie sich an|einloggen)|登录后|请登录"
        r"|ログインしてください|veuillez vous connecter|inicia(?: tu)? sesión para|accedi per (?:continuare|vedere)"
        r"|войдите,? чтобы",
        re.IGNORECASE,
    ),
    "consent wall": re.compile(
        r"before you continue|bevor (?:sie|du) (?:fortf|weiter)|avant (?:de continuer|d'accéder)|antes de continuar"
        r"|prima di continuare|we value your privacy|wir (?:schätzen|respektieren) ihre privatsphäre"
        r"|(?:accept|agree to) (?:all )?(?:the )?cookies to (?:continue|proceed)|alle cookies akzeptieren"
        r"|zustimmen und weiter|accept(?:er)? et continuer|accept all and continue|voordat je verdergaat",
        re.IGNORECASE,
    ),
}
"""What the pages say that stand in the way of what was asked for."""
LOGIN_TITLE = re.compile(
    r"^(?:sign|log)[- ]?in\b|\b(?:sign|log)[- ]?in$|anmelden|einloggen|connexion|s'identifier|iniciar sesión|accedi\b"
    r"|fazer login|登录|ログイン|로그인|вход",
    re.IGNORECASE,
)
BLOCKED_ELEMENTS = (
    "form[action*=validateCaptcha],iframe[src*=captcha],.g-recaptcha,.h-captcha,#challenge-form,#px-captcha,#cf-wrapper,"
    "[id*=baxia],#nocaptcha,[class*=captcha-container]"
)
GONE = re.compile(
    r"(?:page|product|item|article|listing|offer|ad) (?:(?:was|is|could) )?(?:not|no longer) (?:be )?(?:found"
    r"|available|exist)|this (?:listing|item|ad|auction|posting) (?:was|has been|has) (?:ended|removed|deleted"
    r"|expired|closed)"
    r"|(?:listing|bidding) (?:has )?ended|no longer (?:available|exists|sold)|(?:404|410)\b.{0,40}(?:not found"
    r"|error|gone)|not found|posting has been deleted|posting has expired"
    r"|nicht (?:mehr )?(?:gefunden|verfügbar|vorhanden)|angebot (?:wurde )?beendet|seite nicht gefunden"
    r"|page (?:introuvable|non trouvée)|n'est plus disponible|n'existe (?:pas|plus)"
    r"|pagina non trovata|non (?:è )?più disponibile|inserzione (?:è )?scaduta|página no encontrada"
    r"|ya no está disponible|não encontrad|anúncio (?:finalizado|removido)"
    r"|страница не найдена|товар не найден|商品已下架|宝贝不存在|页面不存在|見つかりません|終了しました",
    re.IGNORECASE,
)
ENDED = (
    "this listing has ended", "this listing was ended", "this listing ended", "this listing is no longer available",
    "bidding has ended on this item", "this item is out of sale", "this ad has been removed",
    "this ad is no longer available",
    "dieses angebot wurde beendet", "dieses angebot ist beendet", "das bieten für diesen artikel wurde beendet",
    "cette annonce est terminée", "cet objet n'est plus disponible", "cette annonce a été supprimée",
    "questa inserzione è scaduta", "questa inserzione è terminata", "l'inserzione è stata chiusa",
    "este anuncio ha finalizado", "esta publicación finalizó", "publicación finalizada", "publicación pausada",
    "anúncio finalizado", "anúncio pausado", "de aanbieding is beëindigd", "ta oferta została zakończona",
    "该商品已下架", "此宝贝已下架", "商品已下架", "お探しの商品は終了", "この商品は販売終了",
    "объявление снято с публикации",
)  # fmt: skip
"""What marketplaces write over an offer that is over, where they go on showing the goods."""
STEMS = (
    "ended", "no longer", "removed", "out of sale", "beendet", "terminé", "n'est plus", "supprimée", "scaduta",
    "terminata",
    "chiusa", "finaliz", "pausad", "beëindigd", "zakończona", "下架", "終了", "снято",
)  # fmt: skip
"""Each of these words of an end holds one of these."""
BEGINNING = 6_000
SELLER_PATH = re.compile(
    r"/(?:usr|str|sp|seller|sellers|vendor|vendors|merchant|merchants|haendler)"
    r"/[^/?#]{2,100}/?$|/sp/?$",
    re.IGNORECASE,
)
SELLER_QUERY = re.compile(r"(?:^|&)(?:me|seller|sellerid|seller_id|merchant|merchantid|_ssn)=[^&]", re.IGNORECASE)
SHELL_ROOTS = "#root,#app,#__next,#__nuxt,#___gatsby,app-root,#main-app,[data-reactroot],#ice-container,#application"
JAVASCRIPT = re.compile(r"javascript|java script|js\b", re.IGNORECASE)
SHORT = 4_000
"""Characters of text up to which a page may be a notice and nothing else."""
EMPTY = 400


def why_blocked(document: Document, status: int) -> str:
    """Why the page counts as blocked: a captcha, a wall or a refusal and nothing else. Empty where it is none.

    For pages without a listing.
    """
    if len(document.text) >= SHORT:
        return ""
    if status in REFUSALS:
        return f"the site answered {status} ({REFUSALS[status]})"
    if wall := _captcha_or_wall(document, WALLS):
        return wall
    if (said := LOGIN_TITLE.search(document.title)) and document.tree.css_first("input[type=password i]") is not None:
        return f"login wall: the title says {squeeze(said[0], 60)!r}"
    return ""


def _captcha_or_wall(document: Document, names: Iterable[str]) -> str:
    if document.tree.css_first(BLOCKED_ELEMENTS) is not None:
        return "a captcha"
    for place, text in (("title", document.title), ("page", document.text)):
        for name in names:
            if found := WALLS[name].search(text):
                return f"{name}: the {place} says {squeeze(found[0], 60)!r}"
    return ""


def why_gone(document: Document, status: int) -> str:
    """What says that what stood here is no more. Empty where nothing does. For pages without a listing."""
    if status in GONE_STATUSES:
        return f"the site answered {status}"
    said = f"{document.title}\n{document.h1}\n{document.text[:800] if len(document.text) < SHORT else ''}"
    found = GONE.search(said)
    return f"the page says {squeeze(found[0], 60)!r}" if found else ""


def why_wall_over_gone(document: Document) -> str:
    """Why a page that came as gone (404, 410) counts as blocked: it holds a wall, and no word says that it is gone."""
    if len(document.text) >= SHORT or why_gone(document, 200):
        return ""
    return _captcha_or_wall(document, ("captcha", "unusual traffic"))  # banners for consent and login stand on any page


def why_ended(document: Document) -> str:
    """What a page that still shows the goods says near its beginning of the offer's end. Empty where nothing does."""
    beginning = document.lower_text[:BEGINNING]
    if not any(stem in beginning for stem in STEMS):
        return ""
    found = next((words for words in ENDED if words in beginning), "")
    return f"the page says {found!r}" if found else ""


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
    """Whether the address, or the page's data, is that of one seller's page."""
    if rules.seller:
        return bool(rules.seller_of(document.url))
    parts = urlsplit(document.url)
    if SELLER_PATH.search(parts.path) or SELLER_QUERY.search(parts.query[:2_000]):
        return True
    return "profile" in " ".join(document.meta.get("og:type", [])).lower().split()
