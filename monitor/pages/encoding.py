"""From bytes to UTF-8 by the rules of browsers: byte-order mark, header, declaration; never an exception."""

import codecs
import re

DECLARED = re.compile(rb"""<meta[^>]{0,300}?charset\s{0,20}=\s{0,20}["']?\s{0,20}([\w.:-]{2,40})""", re.IGNORECASE)
IN_HEADER = re.compile(r"""charset\s{0,20}=\s{0,20}["']?\s{0,20}([\w.:-]{2,40})""", re.IGNORECASE)
PRESCAN = 4096
PIECE = 1 << 15
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
ALIASES = {
    "iso-8859-1": "windows-1252",
    "latin-1": "windows-1252",
    "latin1": "windows-1252",
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "shift_jis": "cp932",
    "sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "iso-8859-9": "windows-1254",
}
BY_COUNTRY = {"CN": "gb18030", "JP": "cp932", "KR": "cp949", "RU": "windows-1251", "BY": "windows-1251"}


def to_utf8(body: bytes, content_type: str = "", country: str = "") -> tuple[bytes, str]:
    """The page in UTF-8 and a sentence on what was wrong with its charset, which is empty where nothing was.

    A byte-order mark wins over the header, the header over the page's declaration; a declaration that the bytes do not
    bear out gives way to UTF-8 where they are UTF-8. Without any, the site's country names what old pages used there.
    """
    for mark, name in MARKS:
        if body.startswith(mark):
            return (body[len(mark) :] if name == "utf-8" else _recode(body[len(mark) :], name)), ""
    declared = _known(IN_HEADER.search(content_type[:300])) or _known(DECLARED.search(body, 0, PRESCAN))
    if declared.startswith("utf-16"):  # a page whose declaration could be read as ASCII is not UTF-16
        declared = "utf-8"
    if _is_utf8(body):
        differs = declared not in ("utf-8", "") and not body.isascii()
        return body, f"charset: declares {declared} and is UTF-8" if differs else ""
    if declared == "utf-8" and _mostly_utf8(body):
        return body, "charset: some bytes are not the UTF-8 that the page declares"
    if declared in ("utf-8", ""):
        name = BY_COUNTRY.get(country, "windows-1252")
        return _recode(body, name), f"charset: not UTF-8, read as {name}"
    return _recode(body, declared), ""


def _known(match: re.Match[str] | re.Match[bytes] | None) -> str:
    """The codec for a declared charset, empty where there is none that reads text."""
    if match is None:
        return ""
    label = match[1].decode("ascii", "replace") if isinstance(match[1], bytes) else match[1]
    label = ALIASES.get(label.lower(), label)
    try:
        info = codecs.lookup(label)
        "a".encode(info.name)
    except (LookupError, ValueError, UnicodeError):
        return ""
    return info.name if getattr(info, "_is_text_encoding", True) else ""


def _is_utf8(body: bytes) -> bool:
    """Whether bytes are UTF-8 throughout; looked at in pieces, as the text of a long page is costly to hold."""
    if body.isascii():
        return True
    start = 0
    try:
        while start < len(body):
            end = start + PIECE
            piece = body[start:end]
            start += len(piece) if piece.isascii() else codecs.utf_8_decode(piece, "strict", end >= len(body))[1]
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(body: bytes) -> bool:
    """Whether what is not ASCII is UTF-8 but for a few bytes, such as a character cut in two."""
    text = body.decode("utf-8", "replace")
    return text.count("\N{REPLACEMENT CHARACTER}") * 20 < sum(not c.isascii() for c in text)


def _recode(body: bytes, name: str) -> bytes:
    return body.decode(name, "replace").encode("utf-8", "replace")
