"""`corroborate gazetteer`: places of the user's own, beside those that are shipped."""

from pathlib import Path

import click

from corroborate.cli import options
from corroborate.cli.ending import FINE
from corroborate.cli.talk import put, put_json
from corroborate.cli.verb import Verb
from corroborate.export.wording import counted


@click.group("gazetteer", short_help="Add places of your own to those that are shipped.")
def command() -> None:
    """Add places of your own to those that are shipped.

    They lie in a folder of yours (the variable CORROBORATE_GAZETTEERS names another) and are used by every run that
    follows; a place of yours goes before a shipped one. Documents that are in a ledger already keep their places.

    \b
    Examples:
      corroborate gazetteer add SY.zip
      corroborate gazetteer list --json
    """


@command.command("add", cls=Verb, short_help="Add the places of a file.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--name", "-n", metavar="NAME", help="How to call the gazetteer.  [default: the file's name]")
def add(file: Path, *, name: str | None) -> int:
    """Add the places of FILE: a GeoNames dump (allCountries.txt, SY.txt), also as .zip, or a .csv table.

    A table has the columns name, latitude and longitude, and may have country, admin1, aliases (with | between),
    kind (town, feature, admin1, admin2, region), population and geonames_id. One of the same name is replaced.

    \b
    Examples:
      corroborate gazetteer add SY.zip
      corroborate gazetteer add villages.csv --name idlib-villages
    """
    from corroborate.cli.gazetteers import add_gazetteer

    if name is not None and not name.replace("-", "").replace("_", "").isalnum():
        raise click.BadParameter(f"{name!r}: use letters, digits, - and _.", param_hint="--name")
    added = add_gazetteer(file, name)
    put(f"{added.name}: {counted(added.places or 0, 'place')} added. Next: corroborate read or add as before.\n")
    return FINE


@command.command("list", cls=Verb, short_help="List the gazetteers that you added.")
@options.as_json
def list_(*, as_json: bool) -> int:
    """List the gazetteers that you added, with the number of their places.

    \b
    Examples:
      corroborate gazetteer list
      corroborate gazetteer list --json
    """
    from corroborate.cli.gazetteers import gazetteer_folder, list_gazetteers

    found = list_gazetteers()
    if as_json:
        put_json([{"name": each.name, "places": each.places, "file": str(each.path)} for each in found])
        return FINE
    for each in found:
        told = "damaged: remove it, or add it again" if each.places is None else counted(each.places, "place")
        put(f"{each.name}: {told}, {each.size_bytes / 1e6:.1f} MB\n")
    if not found:
        put(f"None in {gazetteer_folder()}: only the shipped places are used.\n")
    return FINE


@command.command("remove", cls=Verb, short_help="Remove a gazetteer that you added.")
@click.argument("name")
def remove(name: str) -> int:
    """Remove the gazetteer NAME that you added; its file is deleted.

    \b
    Examples:
      corroborate gazetteer remove SY
      corroborate gazetteer remove idlib-villages
    """
    from corroborate.cli.gazetteers import remove_gazetteer

    put(f"Removed: {remove_gazetteer(name)}\n")
    return FINE
