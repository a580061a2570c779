"""The two ways in which a command can end badly, each with a sentence for the person who called it."""


class MonitorError(Exception):
    """Something that a user can act on; its text is one clear sentence and no traceback is shown."""

    exit_code = 1


class WorkFailedError(MonitorError):
    """The call was right and the work failed: exit code 1."""


class ConfigurationError(MonitorError):
    """The call, the workspace or a dossier is wrong: exit code 2. Names the file, the line or key, and the value."""

    exit_code = 2
