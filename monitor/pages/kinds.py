"""Pages that say nothing of goods: blocked, gone, or empty before JavaScript has run."""

import re

from monitor.pages.document import Document

BLOCKED_TITLE = re.compile(
    r"robot check|captcha|access (?:to this page has been )?denied|attention required|just a moment"
    r"|pardon our interruption|are you (?:a )?(?:human|robot)"
    r"|security (?:check|measure)|verify (?:you|your)|unusual traffic|request (?:blocked|rejected)|forbidden"
    r"|bot (?:detection|verification)"
    r"|sicherheitsabfrage|zugriff verweigert|accès refusé|验证|安全验证|访问验证|滑动验证|请登录",
    re.IGNORECASE,
)
BLOCKED_TEXT = re.compile(
    r"enter the characters you see below|type the characters you see|not a robot|unusual traffic"
    r"|automated (?:access|queries|requests|tool)"
    r"|verify (?:that )?you are (?:a )?human|checking your browser|please (?:complete|solve) the (?:captcha"
    r"|security)|enable cookies to continue"
    r"|(?:sign|log) in to (?:continue|view|see)|you have been blocked|access denied|slide to verify"
    r"|geben sie die (?:angezeigten )?zeichen"
    r"|saisissez les caractères|请按住滑块|拖动滑块|验证码|登录后",
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
SHELL_ROOTS = "#root,#app,#__next,#__nuxt,#___gatsby,app-root,#main-app,[data-reactroot],#ice-container,#application"
JAVASCRIPT = re.compile(r"javascript|java script|js\b", re.IGNORECASE)
SHORT = 4_000
"""Characters of text up to which a page may be a notice and nothing else."""
EMPTY = 400


def is_blocked(document: Document, status: int) -> bool:
    """Whether the page is a captcha, a wall or a refusal and nothing else. For pages without a listing."""
    if status in (401, 403, 407, 429, 503) and len(document.text) < SHORT:
        return True
    if len(document.text) >= SHORT:
        return False
    return bool(
        BLOCKED_TITLE.search(document.title)
        or document.tree.css_first(BLOCKED_ELEMENTS) is not None
        or BLOCKED_TEXT.search(document.text)
    )


def is_gone(document: Document, status: int) -> bool:
    """Whether the page says that what stood here is no more. For pages without a listing."""
    if status in (404, 410):
        return True
    said = f"{document.title}\n{document.h1}\n{document.text[:800] if len(document.text) < SHORT else ''}"
    return bool(GONE.search(said))


def is_shell(document: Document) -> bool:
    """Whether there is next to no text, and scripts that would bring it. For pages without a listing."""
    if len(document.text) >= EMPTY or not (document.external_scripts or document.scripts):
        return False
    asks = bool(JAVASCRIPT.search(document.noscript) or JAVASCRIPT.search(document.text))
    return asks or document.tree.css_first(SHELL_ROOTS) is not None or len(document.text) < 80
