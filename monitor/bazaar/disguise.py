"""Ways in which sellers hide a mark from filters while buyers still read it."""

import random

LOOKALIKES = {
    "a": "аɑα", "b": "Ьʙ", "c": "сϲ", "d": "ԁ", "e": "еҽ", "h": "һ", "i": "іɩ", "l": "ӏⅼ", "m": "ⅿм", "n": "ո",
    "o": "оο", "p": "рρ", "r": "г", "s": "ѕ", "t": "т", "u": "υս", "v": "ѵν", "y": "уγ",
}  # fmt: skip
DIGITS = {"a": "4", "e": "3", "i": "1", "o": "0", "s": "5", "t": "7", "l": "1"}
HIDDEN = ("\u200b", "\u200c", "\u200d", "\u2060")
SEPARATORS = (".", "-", "_", " ", "*", "·")
WAYS = ("look-alikes", "digits", "hidden", "separated", "wide", "marked", "swapped", "doubled")


def disguised(mark: str, way: str, dice: random.Random) -> str:
    """The mark written in one of the `WAYS`; never the same as before."""
    letters = list(mark)
    inner = range(1, len(letters) - 2)
    if way == "look-alikes":
        places = [n for n, letter in enumerate(letters) if letter.lower() in LOOKALIKES]
        for n in dice.sample(places, min(2, len(places))):
            letters[n] = dice.choice(LOOKALIKES[letters[n].lower()])
    elif way == "digits":
        places = [n for n, letter in enumerate(letters) if letter.lower() in DIGITS]
        for n in dice.sample(places, min(2, len(places))):
            letters[n] = DIGITS[letters[n].lower()]
    elif way == "hidden":
        letters.insert(dice.choice(inner), dice.choice(HIDDEN))
    elif way == "separated":
        return dice.choice(SEPARATORS).join(letters)
    elif way == "wide":
        return "".join(chr(ord(letter) + 0xFEE0) for letter in letters)
    elif way == "marked":
        n = dice.choice(inner)
        letters[n] += dice.choice(("\u0301", "\u0308", "\u0323"))
    elif way == "swapped":
        places = [n for n in inner if letters[n] != letters[n + 1]]
        n = dice.choice(places)
        letters[n], letters[n + 1] = letters[n + 1], letters[n]
    else:
        n = dice.choice(inner)
        letters[n] *= 3
    return "".join(letters)
