"""A command that tells every mistake in its options at once."""

import click


class Verb(click.Command):
    """A click command whose usage error names all options with a wrong value, not only the first."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        given = list(args)
        try:
            return super().parse_args(ctx, args)
        except click.BadParameter as first:
            mistakes = self._mistakes(ctx, given)
            if len(mistakes) < 2:
                raise
            raise click.UsageError("\n".join(["", *(f"  {mistake}" for mistake in mistakes)]), ctx) from first

    def _mistakes(self, ctx: click.Context, args: list[str]) -> list[str]:
        values, rest, _ = self.make_parser(ctx).parse_args(args=args)
        mistakes = []
        for parameter in self.get_params(ctx):
            try:
                parameter.handle_parse_result(ctx, values, rest)
            except click.BadParameter as error:
                mistakes.append(error.format_message())
        return mistakes
