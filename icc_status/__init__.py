"""Where a state stands towards the Rome Statute of the International Criminal Court.

>>> from datetime import date
>>> from icc_status import load
>>> load()["RUS"].status(on=date(2010, 1, 1))
<Status.SIGNATORY: 'signatory'>

Nothing is imported before it is asked for, so that the command starts quickly.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from icc_status.errors import IccStatusError, QuestionError, RegistryError
    from icc_status.loading.registry import load
    from icc_status.model.acts import Act, Kind, Source
    from icc_status.model.registry import Registry
    from icc_status.model.state import State
    from icc_status.model.status import Spell, Standing, Status

__version__ = "0.1.0"

__all__ = [
    "Act",
    "IccStatusError",
    "Kind",
    "QuestionError",
    "Registry",
    "RegistryError",
    "Source",
    "Spell",
    "Standing",
    "State",
    "Status",
    "load",
]

_HOMES = {
    "model.acts": ("Act", "Kind", "Source"),
    "errors": ("IccStatusError", "QuestionError", "RegistryError"),
    "loading.registry": ("load",),
    "model.registry": ("Registry",),
    "model.status": ("Spell", "Standing", "Status"),
    "model.state": ("State",),
}


def __getattr__(name: str) -> object:
    from importlib import import_module

    for module, names in _HOMES.items():
        if name in names:
            found: object = getattr(import_module(f"icc_status.{module}"), name)
            return found
    raise AttributeError(f"module 'icc_status' has no attribute {name!r}")
