"""Choose how the cells of a column name states: by any name, or by the codes of one scheme."""

from icc_status.annotation.cells import ByCode, ByName, StateReader
from icc_status.annotation.schemes import ColumnJudge
from icc_status.errors import QuestionError
from icc_status.model.names import NotState
from icc_status.model.registry import Registry
from icc_status.model.state import State

CODES = ("iso3", "iso2", "cow", "cowc", "gw", "gwc", "p4c", "m49", "fips", "ioc")
"""The schemes of codes that a column may be said to hold."""

LETTER_CODES = ("cowc", "gwc", "p4c", "fips", "ioc")
"""The schemes of data sets whose codes are letters, as many codes of ISO are."""


def reader_of(registry: Registry, code: str | None) -> StateReader:
    """Return how a state is found: by any name, or by the codes of one scheme.

    Raises QuestionError for a scheme that is not known.
    """
    if code is None:
        return ByName(registry.names, ColumnJudge(registry.names, _schemes))
    if code not in CODES:
        raise QuestionError(f"no scheme of codes is called {code!r}: give {' or '.join(CODES)}")
    return ByCode(code, _owners(registry, code), registry.names)


def _owners(registry: Registry, code: str) -> dict[str, State | NotState]:
    """Return what has each code of a scheme: a state, or a former state that another continues."""
    if code == "iso2":
        return {state.iso2: state for state in registry}
    former = {o.name: o for o in registry.not_states if registry.names.continuing(o)}
    if code == "iso3":
        codes: dict[str, State | NotState] = {
            alias: other for other in former.values() for alias in other.aliases
        }
        return codes | {c: state for state in registry for c in (state.iso3, *state.former_iso3)}
    from icc_status.loading.codes import load_codes  # YAML: a fifth of the start

    owners: dict[str, State | NotState] = {**former, **{state.iso3: state for state in registry}}
    meanings = load_codes().meanings(code)
    return {c: owners[name] for c, name in meanings.items() if name in owners}


def _schemes() -> dict[str, dict[str, str]]:
    """Return the letters of each scheme of data sets, with what they mean."""
    from icc_status.loading.codes import load_codes

    book = load_codes()
    return {scheme: book.meanings(scheme) for scheme in LETTER_CODES}
