"""What a command says: exit code, standard output, standard error."""

from collections.abc import Callable

Run = Callable[..., tuple[int, str, str]]
