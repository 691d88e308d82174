"""The command line: one file per verb. `main` is what the `corroborate` command runs."""


def main() -> None:
    """Run the command line with the arguments of the process, and leave with its exit code."""
    from corroborate.cli.app import run

    run()
