"""How complaints went, by channel. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median

MANY_REJECTED = 0.2
ENOUGH = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One complaint as it stands; `relisted` says that a case of an upheld one was opened again."""

    channel: str
    status: str
    filed_on: date | None
    ended_on: date | None
    relisted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What became of the complaints of one channel; `days` is the median from filing to the end, None without any."""

    channel: str
    filed: int
    upheld: int
    rejected: int
    withdrawn: int
    relisted: int
    days: float | None

    @property
    def warning(self) -> str:
        """Words where many are rejected: who gives notice wrongly can be sued for it."""
        ended = self.upheld + self.rejected + self.withdrawn
        if ended < ENOUGH or self.rejected / ended < MANY_REJECTED:
            return ""
        return (
            f"{self.channel}: {self.rejected} of {ended} complaints were rejected; look at their reasons before the "
            "next one, as wrongful notices are actionable"
        )


def figures(outcomes: Iterable[Outcome]) -> list[Figures]:
    """The figures of each channel that something was filed through, by name."""
    by: dict[str, list[Outcome]] = {}
    for one in outcomes:
        if one.filed_on is not None:
            by.setdefault(one.channel, []).append(one)
    found = []
    for channel, some in sorted(by.items()):
        count = [one.status for one in some].count
        days = [(one.ended_on - one.filed_on).days for one in some if one.ended_on and one.filed_on]
        found.append(
            Figures(
                channel=channel,
                filed=len(some),
                upheld=count("upheld"),
                rejected=count("rejected"),
                withdrawn=count("withdrawn"),
                relisted=sum(one.relisted for one in some),
                days=median(days) if days else None,
            )
        )
    return found
