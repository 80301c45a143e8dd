"""The codes by which data sets know states, read from data/codes.yaml."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from icc_status.errors import RegistryError
from icc_status.loading import registry as registry_reader
from icc_status.loading import strict_yaml
from icc_status.loading.conformity import field_faults
from icc_status.loading.schema import CODES_HEAD


@dataclass(frozen=True, slots=True)
class Codes:
    """A state's codes: M49 as text of three digits, and those of data sets.

    `cow` and `gw` are numbers, `cowc`, `gwc`, `p4c`, `fips` and `ioc` letters. `former` has codes
    that the state had before, by scheme.
    """

    iso3: str
    m49: str
    cow: int | None = None
    gw: int | None = None
    cowc: str | None = None
    gwc: str | None = None
    p4c: str | None = None
    fips: str | None = None
    ioc: str | None = None
    former: Mapping[str, list[str]] = field(default_factory=dict)

    def codes(self, scheme: str) -> Iterator[str]:
        """Return the state's codes in a scheme, numbers without leading zeros."""
        return _codes(getattr(self, scheme), *self.former.get(scheme, ()))


@dataclass(frozen=True, slots=True)
class FormerCodes:
    """The codes of a former state, which `name` is called among what is no state."""

    name: str
    m49: str | None = None
    gw: int | None = None
    gwc: str | None = None
    p4c: str | None = None

    def codes(self, scheme: str) -> Iterator[str]:
        """Return the former state's code in a scheme, a number without leading zeros."""
        return _codes(getattr(self, scheme, None))


@dataclass(frozen=True, slots=True)
class CodeBook:
    """All codes: of each state by its alpha-3 code, and of former states."""

    states: Mapping[str, Codes]
    former_states: tuple[FormerCodes, ...] = ()

    def meanings(self, scheme: str) -> dict[str, str]:
        """Return what each code of a scheme means: an alpha-3 code, or a former state's name.

        Raises RegistryError where a code means two of them.
        """
        known: dict[str, str] = {}
        owners = [(state.iso3, state.codes(scheme)) for state in self.states.values()]
        owners += [(former.name, former.codes(scheme)) for former in self.former_states]
        for owner, codes in owners:
            for code in codes:
                if known.setdefault(code, owner) != owner:
                    raise RegistryError(
                        f"the {scheme} code {code} stands for {known[code]} and {owner}: keep one"
                    )
        return known


def bundled() -> Path:
    """Return where the codes that come with the program lie: beside the registry."""
    return registry_reader.bundled().with_name("codes.yaml")


def load_codes(path: Path | None = None) -> CodeBook:
    """Read all codes.

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
    states = {item["iso3"]: Codes(**_known(item, Codes)) for item in found.data["states"]}
    former = (FormerCodes(**_known(item, FormerCodes)) for item in found.data["former_states"])
    return CodeBook(states, tuple(former))


def _known(item: Mapping[str, Any], kind: type[Any]) -> dict[str, Any]:
    return {name: item[name] for name in (field.name for field in fields(kind)) if name in item}


def _codes(*codes: str | int | None) -> Iterator[str]:
    texts = (str(code) for code in codes if code is not None)
    return (str(int(text)) if text.isdigit() else text for text in texts)
