"""Tell from the cells of a column whether they are codes of another scheme than ISO 3166.

"AUS" is Austria to the Correlates of War and Australia to ISO: a single code does not tell. A
column of codes tells by those that ISO does not have (UKG, FRN, AUL).
"""

from collections.abc import Callable, Iterable, Mapping

from icc_status.errors import QuestionError
from icc_status.model.names import Index, NotState
from icc_status.model.normalize import is_code_like
from icc_status.model.state import State

TELLING = 2
"""So many different codes that ISO lacks and another scheme has tell; one may be a slip."""

SHOWN = 5

Schemes = Mapping[str, Mapping[str, str]]
"""The codes of each scheme, in capitals, with what they mean: an alpha-3 code, or a name."""


class ColumnJudge:
    """Looks at the different cells of a column as they come.

    `schemes` is asked for when the first code comes that ISO does not have.
    """

    def __init__(self, names: Index, schemes: Callable[[], Schemes]) -> None:
        self._names = names
        self._load = schemes
        self._schemes: Schemes | None = None
        self._codes: set[str] = set()
        self._foreign: set[str] = set()
        self._names_found = False

    def judge(self, texts: Iterable[str]) -> None:
        """Look at new cells; raises QuestionError when the column is of another scheme."""
        if self._names_found:
            return
        new = {text.strip() for text in texts} - {""}
        self._names_found = any(map(self._is_name, new))
        codes = {text.upper() for text in new if is_code_like(text)} - self._codes
        foreign = {code for code in codes if not self._names.is_iso(code)}
        self._codes |= codes
        self._foreign |= foreign
        if foreign and not self._names_found and (fitting := self._fitting()):
            raise QuestionError(self._advice(fitting))

    def hint(self, text: str) -> str:
        """Return which schemes have a single code that ISO lacks, or nothing."""
        code = text.strip().upper()
        if self._schemes is None or code not in self._foreign:
            return ""
        options = [f"--code {scheme}" for scheme, known in self._schemes.items() if code in known]
        if not options:
            return ""
        return f"; another scheme has it: pass {' or '.join(options)} if the column is of that one"

    def _is_name(self, text: str) -> bool:
        """Tell whether a text is no code, but a name that is known."""
        return not is_code_like(text) and self._names.meaning(text) is not None

    def _fitting(self) -> dict[str, set[str]]:
        """Return the schemes that know the column best, each with the codes that ISO lacks.

        None fits when fewer than two codes tell, when ISO knows as many codes as they do, or when
        each code means the same without the scheme.
        """
        if self._schemes is None:
            self._schemes = self._load()
        known = {scheme: self._codes & codes.keys() for scheme, codes in self._schemes.items()}
        best = max(map(len, known.values()), default=0)
        if best <= len(self._codes) - len(self._foreign):
            return {}
        telling = {scheme: known[scheme] & self._foreign for scheme in known}
        return {
            scheme: codes
            for scheme, codes in telling.items()
            if len(known[scheme]) == best
            and len(codes) >= TELLING
            and any(self._differs(code, self._schemes[scheme][code]) for code in known[scheme])
        }

    def _differs(self, code: str, meant: str) -> bool:
        """Tell whether a code means something else without the scheme."""
        meaning = self._names.meaning(code)
        if isinstance(meaning, State):
            return meaning.iso3 != meant
        return not isinstance(meaning, NotState) or meaning.name != meant

    def _advice(self, fitting: Mapping[str, set[str]]) -> str:
        codes = sorted(set.intersection(*fitting.values()))
        shown = ", ".join(codes[:SHOWN])
        more = f" and {len(codes) - SHOWN} more" if len(codes) > SHOWN else ""
        options = " or ".join(f"--code {scheme}" for scheme in fitting)
        which = ": the data's codebook says which" if len(fitting) > 1 else ""
        return (
            f"the column holds codes that ISO 3166 does not have ({shown}{more}): pass {options}"
            f"{which}, or settle them with --map"
        )
