"""The numbers by which data sets know states, read from data/codes.yaml."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from icc_status.errors import RegistryError
from icc_status.loading import registry as registry_reader
from icc_status.loading import strict_yaml
from icc_status.loading.conformity import field_faults
from icc_status.loading.schema import CODES_HEAD


@dataclass(frozen=True, slots=True)
class Codes:
    """A state's numbers: M49 as text of three digits, Correlates of War, Gleditsch-Ward.

    `gw_former` is the number that Gleditsch and Ward gave the same state before 2006.
    """

    iso3: str
    m49: str
    cow: int | None = None
    gw: int | None = None
    gw_former: int | None = None

    def numbers(self, scheme: str) -> Iterator[str]:
        """Return the state's numbers in a scheme, without leading zeros."""
        own = (self.gw, self.gw_former) if scheme == "gw" else (getattr(self, scheme),)
        return (str(int(number)) for number in own if number is not None)


def bundled() -> Path:
    """Return where the codes that come with the program lie: beside the registry."""
    return registry_reader.bundled().with_name("codes.yaml")


def load_codes(path: Path | None = None) -> Mapping[str, Codes]:
    """Read every state's codes, by alpha-3 code.

    Raises RegistryError where they cannot be read or are not in shape.
    """
    where = path or bundled()
    try:
        found = strict_yaml.read(registry_reader.read_text(where))
        if not isinstance(found.data, dict):
            raise RegistryError("holds no codes")
        if faults := field_faults(found, CODES_HEAD):
            raise RegistryError(str(faults[0]))
    except RegistryError as error:
        raise RegistryError(f"{where}: {error}") from None
    return {item["iso3"]: _codes(item) for item in found.data["states"]}


def _codes(item: Mapping[str, Any]) -> Codes:
    known: dict[str, Any] = {field.name: item.get(field.name) for field in fields(Codes)}
    return Codes(**known)


def by_number(codes: Iterable[Codes], scheme: str) -> dict[str, str]:
    """Return the alpha-3 code that each number of a scheme stands for.

    Raises RegistryError where a number stands for two states.
    """
    known: dict[str, str] = {}
    for state in codes:
        for number in state.numbers(scheme):
            if known.setdefault(number, state.iso3) != state.iso3:
                raise RegistryError(
                    f"the {scheme} number {number} stands for {known[number]} and {state.iso3}:"
                    " keep one"
                )
    return known
