"""Commands with others below them: their list says the whole first sentence of each, and a slip is told the nearest."""

from difflib import get_close_matches

import click

LONGEST = 1_000
"""A first sentence is not cut; it goes on under its words."""


class Group(click.Group):
    """A group whose help and whose errors can be read at any width."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, each with the first sentence of its help."""
        found = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [
            (name, command.get_short_help_str(LONGEST)) for name, command in found if command and not command.hidden
        ]
        if rows:
            with formatter.section("Commands"):
                formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named first. Raises UsageError with the nearest ones, else with those below others."""
        name = args[0]
        if ctx.resilient_parsing or name.startswith("-") or self.get_command(ctx, name):
            return super().resolve_command(ctx, args)
        near = get_close_matches(name, self.list_commands(ctx)) or self._below(ctx, name)
        meant = f" Did you mean {' or '.join(map(repr, near))}?" if near else f" See: {ctx.command_path} --help"
        raise click.UsageError(f"No such command {name!r}.{meant}", ctx)

    def _below(self, ctx: click.Context, name: str) -> list[str]:
        groups = ((one, self.get_command(ctx, one)) for one in self.list_commands(ctx))
        return [f"{one} {name}" for one, group in groups if isinstance(group, click.Group) and name in group.commands]
