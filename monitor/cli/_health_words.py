"""The check of `monitor doctor` for words in photos."""

from monitor.cli._health_check import OK, WARNING, Check
from monitor.images.words import why_not
from monitor.workspace import Workspace

MEANT = "; or say that it is meant so, with [images] words = false in monitor.toml"


def words(workspace: Workspace) -> Check:
    """Whether words in photos are read."""
    if not workspace.read_words:
        return Check(OK, "words", "words in photos are not read, as [images] words = false in monitor.toml says")
    problem = why_not()
    if problem:
        return Check(WARNING, "words", f"{problem}{MEANT}")
    return Check(OK, "words", "words in photos are read, with models of this machine")
