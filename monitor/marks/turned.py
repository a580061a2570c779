"""Words that are written upside down, read the right way round."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

TURNED: Final = dict(
    zip("ɐɔǝɟƃɓɥᴉıɾſʞʃɯɹʇʌʍʎ∀ƆƎℲ⅁⅂˥ʅԀ┴∩Λ⅄bdpqnuWM", "acefgghiijjklmrtvwyacefglllptuvyqpdbunMW", strict=True)
)
"""A letter on its head, and the letter; the others look the same or are read as they stand."""
SURE: Final = re.compile("[ɐɔǝɟƃɓɥᴉɾʞʃɯɹʇʌʍʎ∀ƆƎℲ⅁⅂˥ʅԀ┴⅄]")
"""Those that nobody writes for another reason."""
MAX_WORDS = 100


def upright(text: str) -> Iterator[tuple[int, int, str]]:
    """Each word, and each pair of words, that holds a letter on its head: where it stands, and how it reads turned."""
    if not SURE.search(text):
        return
    words = [match.span() for match in re.finditer(r"\S+", text)][:MAX_WORDS]
    for first, last in [(word, word) for word in words] + list(pairwise(words)):
        start, end = first[0], last[1]
        if end - start <= 100 and SURE.search(text, start, end):
            yield start, end, "".join(TURNED.get(char, char) for char in reversed(text[start:end]))
