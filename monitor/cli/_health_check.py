"""What one check of `monitor doctor` has to say."""

from dataclasses import dataclass

OK, WARNING, WRONG = "ok", "warning", "wrong"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: `state` is ok, warning or wrong; `says` is what was seen and how to mend it.

    `misconfigured` where a file of the workspace is what is wrong.
    """

    state: str
    name: str
    says: str
    misconfigured: bool = False
