"""Chinese and Japanese marks by how they sound and look: homophones, traditional signs, pinyin, kana look-alikes.

A text is read into sounds: a Chinese sign is its syllable without the tone, a kana is the plainest one that looks or
sounds like it. What agrees in sound is then compared sign by sign.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from monitor.marks.folding import is_cjk, read
from monitor.marks.forms import Mark
from monitor.marks.keys import Keys
from monitor.marks.lexicon import lexicon
from monitor.marks.mention import Way
from monitor.marks.text import Reading, Span

FACTS: Final = tomllib.loads((files("monitor.marks") / "sounds.toml").read_text("utf-8"))
SYLLABLES: Final[dict[str, str]] = {sign: sound for sound, signs in FACTS["sounds"].items() for sign in signs}
SIMPLIFIED: Final[dict[str, str]] = {pair[0]: pair[1] for line in FACTS["simplified"]["pairs"] for pair in line.split()}
KANA: Final = dict(zip("ァィゥェォッャュョヮヌソヴ", "アイウエオツヤユヨワスンウ", strict=True)) | {
    "ル": "ノレ",
    "ー": "",
}
LIKE_KANA: Final = dict(
    zip("口卜千毛一二工力夕八才厶丿丰彡三匕又于勹-", "ロトチモーニエカタハオムノキミミヒヌチクー", strict=True)
)
"""Signs of other kinds that are read as kana beside kana."""
PLAIN_CONSONANT: Final = {1: 0, 15: 0, 4: 3, 16: 3, 8: 7, 17: 7, 10: 9, 13: 12, 14: 12}
"""First consonants of Korean syllables by their order in Unicode: ㄲ and ㅋ to ㄱ, and so on."""
PLAIN_VOWEL: Final = {5: 1, 7: 3, 10: 11, 15: 11, 6: 4}
"""ㅔ to ㅐ, ㅖ to ㅒ, ㅙ and ㅞ to ㅚ, ㅕ to ㅓ."""
TENSE: Final = {1: 0, 4: 3, 8: 7, 10: 9, 13: 12}
"""First consonants that are only pressed harder: ㄲ to ㄱ, ㄸ to ㄷ, ㅃ to ㅂ, ㅆ to ㅅ, ㅉ to ㅈ."""
UNVOICED: Final = {ord("\u3099"): None, ord("\u309a"): None, ord("ー"): None}
"""What falls off where a word is only heard otherwise: ゼンハイサー for ゼンハイザー."""
V_SERIES: Final = (("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ"))
LIKE_SIGNS: Final = (
    "日曰", "己已巳", "未末", "土士", "大太犬", "人入", "干千于", "王玉主", "白自", "目且", "木本", "力刀",
    "贝见", "鸟乌", "万方", "儿几", "尔你", "门们", "斯撕", "达迖", "驰弛", "奇琦", "克兑",
    "口囗", "田由甲申", "天夫夭", "今令", "牛午", "免兔", "又叉", "比此", "平乎", "治冶", "拔拨", "古占", "右石",
    "诺偌", "沐沭", "欧殴", "悦锐", "倩猜",
)  # fmt: skip
NUMERALS: Final = dict(zip("壹贰叁叄肆伍陆柒捌玖拾佰仟", "一二三三四五六七八九十百千", strict=True))
"""Signs that stand for numerals where nobody may change them, as on cheques."""
OTHER_SENSES: Final = "肆伍陆拾"
"""Those that end words of their own too: 大陆, 队伍."""
EAST: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff66-\uff9f]")
KANA_SIGNS: Final = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u30fc-\u30fe\uff66-\uff9f]")
_SIGNS = "".join(LIKE_KANA).removesuffix("-")
BESIDE_KANA: Final = re.compile(rf"(?<=[ァ-ヺーｦ-ﾟ])[{_SIGNS}-]|[{_SIGNS}](?=[ァ-ヺｦ-ﾟ])")
LEAST_SPELLED = 7
"""Pinyin of fewer letters is too often another word."""
VOICED = 4
"""From so many kana on a mark is read without the signs of voicing."""


class Sounds(dict[int, str | None]):
    """The table of `str.translate` from signs to sounds."""

    def __missing__(self, code: int) -> str | None:
        self[code] = "".join(self._one(part) for part in read(chr(code))) or None
        return self[code]

    def _one(self, sign: str) -> str:
        known = sign if sign in SYLLABLES else SIMPLIFIED.get(sign, sign)
        if known in SYLLABLES:
            return SYLLABLES[known]
        if "\uac00" <= sign <= "\ud7a3":
            return _plain_hangul(sign)
        base = unicodedata.normalize("NFD", katakana(sign))[:1]
        return KANA.get(base, base) if base.isalnum() or base == "ー" else ""


SOUNDS: Final = Sounds()


def _said_otherwise(syllable: str) -> str:
    """The syllable that many speakers do not tell apart: zh and z, ch and c, sh and s, ing and in, jia and ga."""
    if syllable in ("jia", "ga"):
        return "ga" if syllable == "jia" else "jia"
    if syllable[:2] in ("zh", "ch", "sh"):
        return syllable[0] + syllable[2:]
    if syllable.endswith(("ing", "eng", "in", "en")):
        return syllable.removesuffix("g") if syllable.endswith("g") else syllable + "g"
    return f"{syllable[0]}h{syllable[1:]}" if syllable[:1] in ("z", "c", "s") else ""


def _plain_hangul(sign: str) -> str:
    """A Korean syllable with its plain consonant, not a tense or aspirated one; vowels that sound alike are one."""
    first, rest = divmod(ord(sign) - 0xAC00, 588)
    middle, last = divmod(rest, 28)
    return chr(0xAC00 + PLAIN_CONSONANT.get(first, first) * 588 + PLAIN_VOWEL.get(middle, middle) * 28 + last)


def katakana(text: str) -> str:
    """The text with katakana for hiragana."""
    return "".join(chr(ord(char) + 0x60) if "\u3041" <= char <= "\u3096" else char for char in text)


def _kana_for_signs(text: str) -> str:
    """The text with kana for what looks like one beside kana; every character keeps its place."""
    return BESIDE_KANA.sub(lambda m: LIKE_KANA[m[0]], text) if KANA_SIGNS.search(text) else text


@dataclass(frozen=True, slots=True)
class Heard:
    """A mark that was found by its sound."""

    mark: Mark
    start: int
    end: int
    ways: tuple[Way, ...]


class Eastern:
    """The Chinese and Japanese marks by their sounds."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._spelled: dict[str, list[Mark]] = {}
        by_sound: dict[str, list[Mark]] = {}
        for mark in marks:
            if not mark.anywhere or mark.exact or not EAST.search(mark.text):
                continue
            for sound in {*(text.translate(SOUNDS) for text in _forms(mark.letters)), *_accents(mark.letters)}:
                by_sound.setdefault(sound, []).append(mark)
            sound = mark.letters.translate(SOUNDS)
            if sound.isascii() and len(mark.letters) > 2 and len(sound) >= LEAST_SPELLED:
                self._spelled.setdefault(sound, []).append(mark)
        by_sound.pop("", None)
        self._sounds = Keys({sound: tuple(named) for sound, named in by_sound.items()})
        self._empty = not by_sound

    def find(self, text: str) -> Iterator[Heard]:
        """The marks whose signs sound or look like some of the text."""
        if self._empty or not EAST.search(text):
            return
        reading = Reading(_kana_for_signs(text), SOUNDS)
        for first, last, marks in self._sounds.find(reading.skeleton):
            span = reading.span(first, last)
            if not _whole_signs(span):
                continue
            for mark in marks:
                end = span.end
                while reading.text[end : end + 1] == "ー" and mark.letters.endswith("ー"):
                    end += 1
                ways = _compare(span, text[span.start : end], mark)
                if ways is not None and bounded(span, mark, end):
                    yield Heard(mark, span.start, end, ways)

    def spelled(self, word: str) -> tuple[Mark, ...]:
        """The marks that a lower-case Latin word writes in pinyin."""
        return tuple(self._spelled.get(word, ()))


def simplified(text: str) -> str:
    """A text with the simplified forms of Chinese signs, also in Japanese words."""
    return text if text.isascii() else "".join(SIMPLIFIED.get(char, char) for char in text)


def sound_alike(written: str, mark: str) -> bool:
    """Whether other Chinese signs sound or look like those of a mark, sign by sign, and are no everyday word."""
    plain, own = (simplified(unicodedata.normalize("NFKC", text)) for text in (written, mark))
    if len(plain) != len(own) or plain == own or plain in lexicon().ordinary:
        return False
    pairs = zip(plain, own, strict=True)
    return all(a == b or a in _alike(b) or (a in SYLLABLES and SYLLABLES[a] == SYLLABLES.get(b)) for a, b in pairs)


@cache
def _alike(sign: str) -> str:
    return next((group for group in LIKE_SIGNS if sign in group), sign)


def _forms(letters: str) -> Iterator[str]:
    """The mark, and the mark with one sign that looks like its own."""
    yield letters
    bare = katakana(letters)
    for written, simpler in V_SERIES:
        bare = bare.replace(unicodedata.normalize("NFC", written), simpler)
    yield bare
    yield katakana(letters).replace("ヴィ", "ヴイ")
    yield from (letters.replace(plain, numeral) for numeral, plain in NUMERALS.items() if plain in letters)
    if len(letters) > 2:
        for place, sign in enumerate(letters):
            for other in _alike(sign):
                yield letters[:place] + other + letters[place + 1 :]


def _accents(letters: str) -> Iterator[str]:
    """How a Chinese mark of three signs or more sounds when one of them is said in another accent."""
    sounds = [SYLLABLES.get(sign, "") for sign in letters]
    if len(letters) > 2 and all(sounds):
        for place, sound in enumerate(sounds):
            if other := _said_otherwise(sound):
                yield "".join([*sounds[:place], other, *sounds[place + 1 :]])


def _whole_signs(span: Span) -> bool:
    """Whether the span begins and ends with a sign, not inside the syllable of one, and is written without gaps."""
    places = span.reading.places
    if span.first and places[span.first - 1] == places[span.first]:
        return False
    if span.last < len(places) and places[span.last] == places[span.last - 1]:
        return False
    return not any(char.isspace() for char in span.text)


def _compare(span: Span, written: str, mark: Mark) -> tuple[Way, ...] | None:
    """How what is written differs from the mark; None where it is another text. Traditional signs are no difference."""
    if not EAST.search(written):
        return None
    plain, own = (simplified(unicodedata.normalize("NFKC", text)) for text in (written, mark.letters))
    plain_letters = "".join(char for char in plain if char.isalnum() or char == "ー")
    if plain_letters == own:
        return () if plain_letters == plain or mark.breaks else (Way.SEPARATORS,)
    if KANA_SIGNS.search(own):
        return _compare_kana(plain_letters, own)
    if "\uac00" <= own[0] <= "\ud7a3":
        near = len(plain_letters) == len(own) and (len(own) > 2 or _is_pressed(plain_letters, own))
        return (Way.TYPO,) if near else None
    if not _sound_as(span, plain, plain_letters, own):
        return None
    # Two signs have too many neighbours to be believed by their sound: 华威 is another name.
    slip = len(own) == len(plain_letters) == 2 and plain_letters.isalpha() and not _is_counted(plain_letters, own)
    return (Way.TYPO,) if slip and not re.search(r"[a-z]", plain, re.IGNORECASE) else (Way.SOUND,)


def _sound_as(span: Span, plain: str, plain_letters: str, own: str) -> bool:
    """Whether signs that sound or look like those of a Chinese mark are the mark; `plain_letters`: those of `plain`."""
    if _is_counted(plain_letters, own):
        before = span.reading.text[max(0, span.start - 1) : span.start]
        return len(own) > 2 or plain_letters[0] not in OTHER_SENSES or not before or not is_cjk(before)
    mixed = any(char.isascii() and char.isalpha() for char in plain_letters)
    if len(plain_letters) == len(own) and sum(map(str.__eq__, plain_letters, own)) + 1 < len(own):
        # An accent alone changes one sign; several signs have to sound or look as they do in the mark.
        pairs = zip(plain_letters, own, strict=True)
        if any(SYLLABLES.get(a) != SYLLABLES.get(b) and a not in _alike(b) for a, b in pairs):
            return False
    same = any(char in own for char in plain)
    cut = re.search(r"[a-z]", plain, re.IGNORECASE) and _latin_beside(span)
    return not cut and (len(own) > 3 or (same and (len(own) == 3 or mixed or not _sign_beside(span))))


def _compare_kana(plain: str, own: str) -> tuple[Way, ...] | None:
    def voicing(text: str) -> int:
        return sum(char in "\u3099\u309a" for char in unicodedata.normalize("NFD", text))

    if len(own) < VOICED and voicing(plain) != voicing(own):
        return None
    bare = [unicodedata.normalize("NFD", text).translate(UNVOICED) for text in (plain, own)]
    return (Way.TYPO,) if bare[0] == bare[1] else (Way.SOUND,)


def _is_counted(written: str, own: str) -> bool:
    """Whether signs differ in nothing but the writing of their numerals: 叁 for 三."""
    return "".join(NUMERALS.get(sign, sign) for sign in written) == "".join(NUMERALS.get(sign, sign) for sign in own)


def _is_pressed(written: str, own: str) -> bool:
    """Whether Korean syllables differ in nothing but consonants that are pressed harder: 삼썽 for 삼성.

    The other way is too often another word (상용 is no 쌍용).
    """
    return all(one == other or _tense_of(one, other) for one, other in zip(written, own, strict=True))


def _tense_of(written: str, own: str) -> bool:
    first, rest = divmod(ord(written) - 0xAC00, 588)
    own_first, own_rest = divmod(ord(own) - 0xAC00, 588)
    return TENSE.get(first) == own_first and rest == own_rest


def _sign_beside(span: Span) -> bool:
    text = span.reading.text
    return any(
        char and (is_cjk(char) or char.isalnum())
        for char in (text[span.start - 1 : span.start], text[span.end : span.end + 1])
    )


def _latin_beside(span: Span) -> bool:
    text = span.reading.text
    return any(
        char.isascii() and char.isalnum()
        for char in (text[span.start - 1 : span.start], text[span.end : span.end + 1])
        if char
    )


def bounded(span: Span, mark: Mark, end: int = 0) -> bool:
    """Whether a mark in kana or Hangul is a word of its own there: those scripts write words of many signs together."""
    text, last, end = span.reading.text, mark.letters[-1], end or span.end
    if KANA_SIGNS.fullmatch(unicodedata.normalize("NFC", last)[-1]):
        kind: re.Pattern[str] = (
            re.compile(r"[ァ-ヺーｦ-ﾟ]") if not "\u3041" <= text[span.start] <= "\u3096" else KANA_SIGNS
        )
        before, after = _run(text, span.start, -1, kind), _run(text, end, 1, kind)
        return all(
            not side or side in lexicon().goods | lexicon().shop | lexicon().official for side in (before, after)
        )
    if "\uac00" <= last <= "\ud7a3":
        hangul = re.compile(r"[가-힣]")
        after = _run(text, end, 1, hangul)
        return not _run(text, span.start, -1, hangul) and (
            not after
            or after in lexicon().particles
            or after in lexicon().goods | lexicon().shop
            or _of_trade().fullmatch(after) is not None
        )
    return True


@cache
def _of_trade() -> re.Pattern[str]:
    """Korean words of trade that are written together: 전자본사직영몰."""
    words = sorted(lexicon().particles | lexicon().goods | lexicon().shop | lexicon().official)
    return re.compile(f"(?:{'|'.join(re.escape(word) for word in words if len(word) > 1 and is_cjk(word[0]))})+")


def _run(text: str, place: int, step: int, kind: re.Pattern[str]) -> str:
    """The signs of one kind that follow or precede a place, at most twelve."""
    signs: list[str] = []
    here = place if step > 0 else place - 1
    while 0 <= here < len(text) and len(signs) < 12 and kind.match(text[here]):
        signs.append(text[here])
        here += step
    return "".join(signs if step > 0 else reversed(signs))
