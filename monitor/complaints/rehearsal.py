"""Rehearsals: what a channel would make of cases and ask for besides, in files that nobody can take for a complaint.

The channel's sites are the one rule that is left out; what else it asks for is told, and not asked.
"""

import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import cast

from monitor.complaints.base import Channel, Draft
from monitor.complaints.matter import Matter
from monitor.complaints.sheets import lines
from monitor.errors import ConfigurationError, WorkFailedError

MARK = "REHEARSAL 演练"
ASKS = "asks.txt"
LEFT_OUT = frozenset({".pdf"})
"""What is made of the same words as another file and cannot be marked."""


def of_any_site(channel: Channel) -> Channel:
    """The channel without its sites: it takes any address, and is else as it is."""
    return cast("Channel", type(f"Rehearsed{type(channel).__name__}", (type(channel),), {"hosts": (), "sites": {}})())


def first_line(channel: Channel) -> str:
    """What each file of a rehearsal begins with."""
    return f"{MARK}: to see what {channel.name} asks for; no complaint, not to be filed. 仅供演练，不得提交。"


def rehearsal(channel: Channel, way: Channel, draft: Draft, wrong: Sequence[str] = ()) -> dict[str, bytes]:
    """The files of a rehearsal by name, each marked in name and first line; `way` is the channel `of_any_site`.

    `wrong` is what is amiss with the papers and the evidence that would go along.

    Raises WorkFailedError for a file that cannot be marked.
    """
    made = way.files(draft)
    left = [name for name in made if _ending(name) in LEFT_OUT]
    files = {
        ASKS: lines(asked(channel, way, draft, wrong, left)),
        **{name: data for name, data in made.items() if name not in left},
    }
    return {f"REHEARSAL-{name}": _marked(name, data, first_line(channel)) for name, data in files.items()}


def asked(
    channel: Channel, way: Channel, draft: Draft, wrong: Sequence[str] = (), left: Sequence[str] = ()
) -> Iterator[str]:
    """What a channel asks for, field by field, what would go along, and what is missing or wrong (`wrong` too).

    `left` are files that a draft has and a rehearsal has not.
    """
    values = way.values(draft)
    yield f"{channel.title}: what it asks for, and what these cases have of it."
    several = _of_several_sites(way, draft)
    for one in channel.fields:
        has = "has it" if values[one.name].strip() else "LACKS IT" if one.required else "optional"
        why = (
            f" ({several})" if several and has == "LACKS IT" and one.source.startswith("address of the listing") else ""
        )
        yield f"[{has}] {one.name}: {one.source}{why}"
    lacks = [*_elsewhere(channel, draft.matters), *way.missing(draft), *wrong]
    along = [*draft.papers, *(f"sealed evidence: {one.label}" for one in draft.evidence)]
    yield ""
    sealed = ", and nothing that is sealed shows what is alleged" if way.takes_evidence else ""
    yield (
        "Would go along:"
        if along
        else f"Nothing would go along with it: the dossier has no paper of its rights{sealed}."
    )
    yield from (f"+ {name}" for name in along)
    if not way.takes_evidence:
        yield "Sealed evidence stays here: the other side is not shown it."
    for name in left:
        yield f"A draft has {name} besides: the same words, left out here as that kind of file cannot be marked."
    yield ""
    yield "Missing or wrong before it could be drafted:" if lacks else "Nothing else would be missing."
    yield from (f"- {words}" for words in lacks)


def _of_several_sites(way: Channel, draft: Draft) -> str:
    """That a channel which takes one site alone is asked about several, in words."""
    sites = sorted(set(map(way.site_of, draft.links))) if way.one_site else []
    return f"of one site, and these are of {', '.join(sites)}; draft with --split" if len(sites) > 1 else ""


def _elsewhere(channel: Channel, matters: Sequence[Matter]) -> Iterator[str]:
    for one in matters:
        try:
            channel.fits([one])
        except ConfigurationError as refused:
            yield str(refused)


def _marked(name: str, content: bytes, first: str) -> bytes:
    if _ending(name) not in MARKS:
        raise WorkFailedError(f"{name}: a file of this kind cannot be marked as a rehearsal, and nothing was written")
    return MARKS[_ending(name)](content, first)


def _ending(name: str) -> str:
    return PurePath(name).suffix


def _text(content: bytes, first: str) -> bytes:
    return f"{first}\n".encode() + content


def _csv(content: bytes, first: str) -> bytes:
    return f'"{first}"\r\n'.encode("utf-8-sig") + content.removeprefix("\ufeff".encode())


def _json(content: bytes, first: str) -> bytes:
    found = json.loads(content)
    own: Mapping[str, object] = found if isinstance(found, dict) else {"content": found}
    return json.dumps({MARK: first, **own}, ensure_ascii=False, indent=2).encode()


def _docx(content: bytes, first: str) -> bytes:
    import docx

    document, target = docx.Document(io.BytesIO(content)), io.BytesIO()
    document.paragraphs[0].insert_paragraph_before(first)
    document.save(target)
    return target.getvalue()


MARKS: Mapping[str, Callable[[bytes, str], bytes]] = {".txt": _text, ".csv": _csv, ".json": _json, ".docx": _docx}
"""How a file is marked, by its ending."""
