"""The signs, codes and words with which sites name currencies, as patterns."""

import re

from monitor.records.currency import CODES

_apart = r"(?:(?<![A-Za-z])|(?<=[a-z])(?=(?:US|CA|AU|NZ|HK|SG|NT|MX)[$＄]))"
"""Where letters before a sign begin no word: `PLUS $20` is a plus; `特價NT$990` and `NowUS$20` are not."""
SIGNS = (
    rf"(?:{_apart}(?:US|U\.S\.|AU?|CA?|CDN|NZ|HK|SG?|NT|R|MX|MEX|AR|CLP|COL|RD|BZ|J|TT|CI|Bds|EC|GY?|Sr|T|WS|FJ|SI|N|Z|CUC|MOP"
    r"|CAD|L|B|D|P)\s?)?[$＄](?:U|b)?(?![A-Za-z])|(?:CN|JP|RMB)?\s?[¥￥]|(?:E|S|LE)?[£￡]|R?₣"
    r"|[€₹₽₩￦₺₴₫₱₪฿₸₦₡₵₲₼₾৳₨֏៛₭₮₠₢₤₥₧₯﷼₿¢ლ]"
)
_phrases = ("دينار كويتي",)
_words = """
    руб. рублей рубля руб р. р Р б.р. грн. грн hrn тг. тг тенге лв. лв ден. ден ДЕН дин. дин din. din сум сом с
    км ман. zł zl Kč kr. kr Kr Ft lei Lei LEI Br RM Rp. Rp Rs. Rs Re TL Fr. Fr fr. FR. SFr. SFr CHf franc francs Rbl RMB
    yuan yen euro euros Euro Euros EURO pound pounds stg Dhs. Dhs DH Dh DT DA KD BD JD KM Kz KSh
    KShs Ksh Ks TSh USh Lek LD LE ZK Le FCFA CFA FG FRw RF Fbu FBu Fdj MK MT Nu. Nu Rf. Rf Afs Gs. Gs S/. S/ Bs.
    Bs B/. Q K L đ VNĐ so'm Sʻ som aud cad S' BTC PTE SPL CND GBp nzd usd eur gbp جنيه درهم ريال ریال تومان ر.س
    ر.ع ر.ق ر.ي د.إ د.أ د.ا د.ت د.ع د.ب د.ك د.ل دج ج.س. ج.م ل.س ش.ص ש״ח ש'ח රු บาท ናቕፋ
"""
_word = "|".join(re.escape(word) for word in sorted([*_words.split(), *_phrases], key=len, reverse=True))
_codes = "|".join(sorted(CODES))
_joined = "元|人民币|円|圆|圓|원"
"""Words of scripts that do not part words."""
_named = rf"(?<![^\W\d_])(?:{_codes}|{_word})(?![^\W\d_])"
BEFORE = re.compile(rf"({SIGNS}|{_named}|(?<![^\W\d_])(?:{_joined}))[\s\u00a0.:]{{0,3}}$")
"""A currency that ends right before a number."""
AFTER = re.compile(rf"(?:,--?|[.,]?[-–—])?[\s\u00a0]{{0,2}}({SIGNS}|{_joined}|{_named})")
"""A currency that begins right after a number."""
ANYWHERE = re.compile(rf"{SIGNS}|(?<![^\W\d_])(?:{_codes}|руб\.?|zł|Kč|грн\.?)(?![^\W\d_])")
"""A currency so plain that it may stand anywhere in a price text."""
IN_FRONT = re.compile(rf".*[$＄£￡¥￥]|R[Ss]\.?|€|{_codes}")
"""A currency that may stand in front of its number."""
OF_A_START = frozenset(["fr.", "FR.", "DA"])
"""What names a currency only where no other stands behind the number: `fr. 129 kr` is "from 129"."""
