"""The check of `monitor doctor` for evidence: whether captures can be made here, and who says when they were made."""

import importlib.util
from urllib.parse import urlsplit

from monitor.chromium import find_chromium
from monitor.cli._health_check import OK, WARNING, WRONG, Check
from monitor.workspace import Workspace

NEEDED = ("playwright", "warcio", "rfc3161_client")
INSTALL = "pip install 'marketplace-monitor[evidence]'"


def evidence(workspace: Workspace) -> Check:
    """Whether a case can be captured; wrong where the workspace wants that to happen by itself."""
    least, authority = workspace.captures.least, urlsplit(workspace.timestamp_url).hostname
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing or find_chromium() is None:
        why = f"{' and '.join(missing)} cannot be imported; run: {INSTALL}" if missing else "there is no Chromium"
        return Check(WRONG if least else WARNING, "evidence", f"cases cannot be captured, as {why}")
    done = f"new cases of severity {least} or more are captured by themselves" if least else "cases can be captured"
    stamps = f"timestamps come from {authority}" if authority else "no authority for timestamps is set"
    return Check(OK, "evidence", f"{done}; {stamps}")
