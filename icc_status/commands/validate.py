"""Check data files, and name their faults."""

from pathlib import Path

import click

from icc_status.commands.options import REGISTRY, FilePath
from icc_status.commands.session import Session, current
from icc_status.errors import RegistryError
from icc_status.loading import registry as registry_reader
from icc_status.loading.faults import MOST
from icc_status.system.terminal import printable
from icc_status.validation.files import report

SHIPPED = ("states.yaml", "situations.yaml", "codes.yaml", "names.yaml")


@click.command()
@click.argument("file", required=False, type=FilePath(), metavar="[FILE]")
@REGISTRY
def validate(file: Path | None) -> None:
    """Check data files and name each fault with its remedy.

    FILE is a registry, or a file of situations, codes or names: these are checked against the
    registry in use. Without FILE, the registry named by --registry or ICC_STATUS_REGISTRY is
    checked, else the four files that come with the program.
    At most a thousand faults of a file are named.

    Warnings go to standard error: a doubt that does not say what would settle it, a source that
    nothing cites, and situations that are known as of an earlier day than the registry.

    Exit code 0: sound; 1: faults, one a line; 3: a file cannot be read or is of no such kind.
    """
    session = current()
    named = file or session.registry_path
    paths = [named] if named else [registry_reader.bundled(name) for name in SHIPPED]
    sound = True
    for path in paths:  # the registry first: where it has faults, the others go without it
        sound = _is_sound(session, path, known=sound) and sound
    click.get_current_context().exit(0 if sound else 1)


def _is_sound(session: Session, path: Path, known: bool) -> bool:
    """Check a file, write what is found, and tell whether that is nothing.

    `known` says whether it can be held against the registry in use.
    """
    try:
        result = report(
            registry_reader.read_text(path), lambda: session.registry if known else None
        )
    except RegistryError as error:
        raise RegistryError(f"{printable(str(path))}: {error}") from None
    lines = [f"{path}: {fault}" for fault in result.faults[:MOST]]
    if len(result.faults) > MOST:
        lines.append(f"{path}: and more faults; mend these first")
    lines = lines or [f"{path}: sound: {result.content}"]
    session.write("".join(printable(line) + "\n" for line in lines))
    for warning in result.warnings[:MOST]:
        session.note(f"{path}: warning: {warning}")
    return not result.faults
