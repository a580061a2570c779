"""The sealed evidence that goes along with a complaint, as the complaint names it. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from monitor.complaints.grounds import Ground

SUPPORTING = {
    Ground.TRADEMARK: frozenset({"capture", "photo", "certificate"}),
    Ground.COUNTERFEIT: frozenset({"capture", "photo", "purchase", "certificate"}),
    Ground.COPYRIGHT: frozenset({"capture", "photo", "certificate"}),
    Ground.NONE: frozenset({"capture"}),
}
"""Which kinds of evidence support a ground: notes are our own, and a test buy is alleged or stays here."""
CHINESE = {"capture": "网页取证", "photo": "照片", "purchase": "购买取证", "certificate": "证明文件", "note": "说明"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A sealed package of evidence: its name and digest, the case, the kind, when (UTC) and by whom it was sealed."""

    name: str
    kind: str
    case: int
    at: str = ""
    by: str = ""
    digest: str = ""

    @property
    def label(self) -> str:
        """The package in a few words."""
        when = f" of {self.at[:16].replace('T', ' ')} UTC" if self.at else ""
        return f"{self.kind}{when} ({self.name})"


def of_case(evidence: Iterable[Sealed], case: int) -> Iterator[Sealed]:
    """The packages about one case."""
    return (one for one in evidence if one.case == case)


def in_chinese(evidence: Sequence[Sealed], attached: Sequence[str]) -> Iterator[str]:
    """A numbered list for a reader in China: what each piece is, of which case and time, and its digest."""
    number = 0
    for number, one in enumerate(evidence, 1):
        when = f",{one.at[:16].replace('T', ' ')}(UTC)" if one.at else ""
        yield (
            f"证据{number}. {CHINESE.get(one.kind, one.kind)}(案件{one.case}{when},由{one.by or '举报方'}固定并封存);"
            f"文件包:{one.name};SHA-256:{one.digest}"
        )
    yield from (f"证据{n}. 附件:{name}" for n, name in enumerate(attached, number + 1))
