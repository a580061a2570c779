"""How complaints went, by channel. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

MANY_REJECTED = 0.2
ENOUGH = 5
RECENT = 10
RISE = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One complaint as it stands.

    `gone` says that all its listings were found gone since it was filed, `relisted` that a case of an upheld or
    settled one was opened again as its listing was there again.
    """

    channel: str
    status: str
    filed_on: date | None
    ended_on: date | None
    gone: bool = False
    relisted: bool = False
    recanted: bool = False
    """Whether a case of an upheld or settled one was opened again by a person since, and is not confirmed."""
    undone: bool = False
    """Whether it was withdrawn, in whole or in part, after it gave us right."""
    rejected: float = 0.0
    """The share of its links that were rejected; 1 for a complaint that was rejected whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What became of the complaints of one channel; `results` counts them by their status, also those that wait.

    `gone` counts the upheld and settled ones whose listings were all found gone, `recanted` those of which a person
    took a case back, `undone` those that were withdrawn after they had given us right, `days` is the median from filing
    to the end (None without any), and `recent` and `earlier` are the shares of rejections among the `RECENT` that ended
    last and those before, None where either are fewer than `ENOUGH`.
    """

    channel: str
    filed: int
    results: Mapping[str, int]
    gone: int
    relisted: int
    recanted: int
    days: float | None
    undone: int = 0
    share: float = 0.0
    """Of all links that were answered in ended complaints, by complaint, the share that was rejected."""
    recent: float | None = None
    earlier: float | None = None

    @property
    def warnings(self) -> list[str]:
        """Words where many are rejected, or more than before, or upheld ones were wrong: for such, one can be sued."""
        ended, said = self.filed - self.results.get("submitted", 0), []
        if ended >= ENOUGH and self.share >= MANY_REJECTED:
            whole = "" if not self.results.get("partly_upheld") else f", {self.share:.0%} with those rejected in part"
            said.append(f"{self.channel}: {self.results.get('rejected', 0)} of {ended} complaints were rejected{whole}")
        if self.recent is not None and self.earlier is not None and self.recent >= self.earlier + RISE:
            said.append(f"{self.channel}: the share of rejections rose from {self.earlier:.0%} to {self.recent:.0%}")
        if self.recanted:
            said.append(f"{self.channel}: of {self.recanted} complaints that gave you right a case was taken back here")
        if self.undone:
            said.append(f"{self.channel}: {self.undone} taken back after being upheld or settled")
        why = "look at their reasons before the next one, as wrongful notices are actionable"
        return [f"{one}; {why}" for one in said]


def figures(outcomes: Iterable[Outcome]) -> list[Figures]:
    """The figures of each channel that something was filed through, by name."""
    by: dict[str, list[Outcome]] = {}
    for one in outcomes:
        if one.filed_on is not None:
            by.setdefault(one.channel, []).append(one)
    found = []
    for channel, some in sorted(by.items()):
        recent, earlier = _shares(some)
        days = [(one.ended_on - one.filed_on).days for one in some if one.ended_on and one.filed_on]
        found.append(
            Figures(
                channel=channel,
                filed=len(some),
                results=Counter(one.status for one in some),
                gone=sum(one.gone and one.status in ("upheld", "settled") for one in some),
                relisted=sum(one.relisted for one in some),
                recanted=sum(one.recanted for one in some),
                undone=sum(one.undone for one in some),
                days=median(days) if days else None,
                share=_share([_rejected(one) for one in some if one.ended_on]),
                recent=recent,
                earlier=earlier,
            )
        )
    return found


def _rejected(one: Outcome) -> float:
    return 1.0 if one.status == "rejected" and not one.rejected else one.rejected


def _share(rejected: list[float]) -> float:
    return sum(rejected) / len(rejected) if rejected else 0.0


def _shares(some: list[Outcome]) -> tuple[float | None, float | None]:
    """The share of rejections among those that ended last, and among those before."""
    ended = sorted(((one.ended_on, _rejected(one)) for one in some if one.ended_on), key=lambda it: it[0])
    rejected = [share for _, share in ended]
    late, early = rejected[-RECENT:], rejected[:-RECENT]
    if len(late) < ENOUGH or len(early) < ENOUGH:
        return None, None
    return _share(late), _share(early)
