"""Where a state stands towards the Rome Statute of the International Criminal Court.

>>> from datetime import date
>>> from icc_status import load
>>> load()["RUS"].status(on=date(2010, 1, 1))
<Status.SIGNATORY: 'signatory'>

Nothing is imported before it is asked for, so that the command starts quickly.
"""

# Written so that jedi does not take the branch for dead: it completes the names in it. Type
# checkers take the name itself for true, and importing it from typing would slow the start.
TYPE_CHECKING = bool()  # noqa: UP018
if TYPE_CHECKING:
    from icc_status.annotation.values import Annotation, annotate
    from icc_status.errors import IccStatusError, QuestionError, RegistryError
    from icc_status.jurisdiction.answer import Answer
    from icc_status.jurisdiction.asking import ask
    from icc_status.jurisdiction.grounds import Verdict
    from icc_status.jurisdiction.question import Crime
    from icc_status.loading.registry import load
    from icc_status.loading.situations import load as load_situations
    from icc_status.model.acts import Act, Kind, Source
    from icc_status.model.registry import Registry
    from icc_status.model.situations import Docket, Situation
    from icc_status.model.state import State
    from icc_status.model.status import Spell, Standing, Status

__version__ = "0.1.0"

__all__ = [
    "Act",
    "Annotation",
    "Answer",
    "Crime",
    "Docket",
    "IccStatusError",
    "Kind",
    "QuestionError",
    "Registry",
    "RegistryError",
    "Situation",
    "Source",
    "Spell",
    "Standing",
    "State",
    "Status",
    "Verdict",
    "annotate",
    "ask",
    "load",
    "load_situations",
]

_HOMES = {
    "annotation.values": ("Annotation", "annotate"),
    "errors": ("IccStatusError", "QuestionError", "RegistryError"),
    "jurisdiction.answer": ("Answer",),
    "jurisdiction.asking": ("ask",),
    "jurisdiction.grounds": ("Verdict",),
    "jurisdiction.question": ("Crime",),
    "loading.registry": ("load",),
    "loading.situations": ("load_situations",),
    "model.acts": ("Act", "Kind", "Source"),
    "model.registry": ("Registry",),
    "model.situations": ("Docket", "Situation"),
    "model.state": ("State",),
    "model.status": ("Spell", "Standing", "Status"),
}
_SHOWN_IN_NOTEBOOKS = {"Registry", "State", "load"}


def __getattr__(name: str) -> object:
    from importlib import import_module

    for module, names in _HOMES.items():
        if name in names:
            attribute = "load" if name == "load_situations" else name
            found: object = getattr(import_module(f"icc_status.{module}"), attribute)
            if name in _SHOWN_IN_NOTEBOOKS:
                import_module("icc_status.notebook").attach()
            return found
    raise AttributeError(f"module 'icc_status' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*__all__, "__version__", "__doc__", "__name__", "__path__", "__file__"})
