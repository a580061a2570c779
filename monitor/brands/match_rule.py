"""matching.toml of a dossier: what decisions on cases taught about matching. Written by `monitor match --fit` alone."""

from pathlib import Path

from monitor.brands.model import MatchRule
from monitor.brands.problems import Problems
from monitor.brands.toml import read_table

NAME = "matching.toml"
LEAST, MOST, MOST_LEAD = 0.5, 1.0, 0.5


def read_match_rule(path: Path, problems: Problems) -> MatchRule:
    """The brand's own rule; what the file leaves out keeps its default."""
    table = read_table(path, problems)
    if table is None:
        return MatchRule()
    usual = MatchRule()
    rule = MatchRule(
        match_at=table.number("match_at", usual.match_at, LEAST, MOST),
        least_lead=table.number("least_lead", usual.least_lead, 0.0, MOST_LEAD),
    )
    table.done()
    return rule


def as_toml(rule: MatchRule, why: tuple[str, ...]) -> str:
    """The file's text; `why` are lines that say what the rule rests on."""
    head = "".join(f"# {line}\n" for line in why)
    return (
        f"{head}# Remove this file to go back to the defaults.\n\n"
        "# From this score on (0 to 1, the column score of monitor match) a match is sure enough to judge its price.\n"
        f"match_at = {rule.match_at:.2f}\n\n"
        "# So far the best product must be ahead of the next one.\n"
        f"least_lead = {rule.least_lead:.2f}\n"
    )
