"""Check a registry, and name its faults."""

from pathlib import Path

import click

from icc_status.commands.options import REGISTRY
from icc_status.commands.session import current
from icc_status.errors import RegistryError
from icc_status.loading import registry as registry_reader
from icc_status.loading.faults import MOST
from icc_status.system.terminal import printable
from icc_status.validation.validate import examined


@click.command()
@click.argument(
    "file", required=False, type=click.Path(path_type=Path, readable=False), metavar="[FILE]"
)
@REGISTRY
def validate(file: Path | None) -> None:
    """Check a registry (default: the one in use) and name each fault with its remedy.

    A thousand faults are named at most.

    Exit code 0: sound; 1: faults, one a line; 3: it cannot be read or is no registry.
    """
    session = current()
    path = file or session.registry_path or registry_reader.bundled()
    try:
        found = examined(registry_reader.read_text(path))
    except RegistryError as error:
        raise RegistryError(f"{printable(str(path))}: {error}") from None
    if isinstance(found, list):
        for fault in found[:MOST]:
            session.write(printable(f"{path}: {fault}") + "\n")
        if len(found) > MOST:
            session.write(printable(f"{path}: and more faults; mend these first") + "\n")
        click.get_current_context().exit(1)
    acts = sum(len(state.acts) for state in found)
    sound = f"{path}: sound: {len(found)} states, {acts} acts, as of {found.as_of}"
    session.write(printable(sound) + "\n")
