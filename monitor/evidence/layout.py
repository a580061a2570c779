"""Where the words of a captured page stand: in its headings, and in its foot."""

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

MOST = 200
LONGEST = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The texts of a page's headings of the first and second order, and all that stands in its foot."""

    first: tuple[str, ...] = ()
    second: tuple[str, ...] = ()
    foot: str = ""


def layout_of(html: str) -> Layout:
    """The layout of a page as the browser built it; hidden elements are among it."""
    tree = LexborHTMLParser(html)
    first, second, foot = (
        tuple(" ".join(node.text(separator=" ").split()) for node in tree.css(tag)[:MOST])
        for tag in ("h1", "h2", "footer")
    )
    return Layout(first=tuple(one[:LONGEST] for one in first), second=tuple(one[:LONGEST] for one in second),
                  foot="\n".join(foot))  # fmt: skip
