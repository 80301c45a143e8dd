"""The columns of the exported tables: each one's name, type, meaning and source."""

from collections.abc import Sequence
from dataclasses import dataclass

from icc_status.loading.schema import CONFIDENCE, NOT_STATE_KINDS, OUTCOMES, REGIONS, RULES
from icc_status.model.acts import SUBJECTS, Kind, Sort
from icc_status.model.status import Status

REGISTRY = "the registry's acts, each with its own sources"
DERIVED = "derived from the acts (Rome Statute, Arts. 125 to 127)"
ISO = "ISO 3166-1"
CODES = "data/codes.yaml, which names a source for each scheme"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `type` is one of string, integer, boolean, date, year.

    `values` are all the values it can hold, where they are few; a `required` one is never empty.
    """

    name: str
    type: str
    meaning: str
    source: str
    required: bool = False
    values: tuple[str, ...] = ()


def _statuses(required: bool) -> Column:
    meanings = "; ".join(f"{status.value}: {status.label}" for status in Status)
    values = tuple(status.value for status in Status)
    return Column("status", "string", f"Status. {meanings}.", DERIVED, required, values)


ISO3 = Column("iso3", "string", "Alpha-3 code of the state.", ISO, required=True)
NAME = Column("name", "string", "Name of the state as this program prints it.", "UN", required=True)
SINCE = Column(
    "since",
    "date",
    "First day of the status; empty for a state that never did anything.",
    DERIVED,
)
PARTY = Column("party", "boolean", "Whether the Statute is in force for the state.", DERIVED)

STATES = (
    ISO3,
    Column("iso2", "string", "Alpha-2 code; NA is Namibia.", ISO, required=True),
    Column("m49", "string", "Three digits of the UN's M49; leading zeros count.", CODES),
    Column("cow", "integer", "Correlates of War number; empty where the list lacks it.", CODES),
    Column("gw", "integer", "Gleditsch-Ward number; empty where the list lacks it.", CODES),
    NAME,
    Column("un_name", "string", "Short name at the United Nations.", "UN", required=True),
    Column("common_name", "string", "Short name in common use.", "the registry", required=True),
    Column(
        "region",
        "string",
        "Regional group at the United Nations, as of the registry's day; none for no group.",
        "the registry's regions",
        required=True,
        values=REGIONS,
    ),
    Column("exists_from", "date", "Since when, if after 17 July 1998.", "the registry"),
    Column("predecessor", "string", "iso3 of the state it was a part of.", "the registry"),
    Column("status_on", "date", "The day that the columns from here on are about.", "", True),
    _statuses(required=False),
    PARTY,
    SINCE,
    Column("signed", "date", "Day of signature.", REGISTRY),
    Column("deposited", "date", "Day the instrument was deposited.", REGISTRY),
    Column("instrument", "string", "Kind of instrument.", REGISTRY),
    Column("in_force", "date", "Entry into force for the state (Art. 126).", REGISTRY),
    Column("withdrawal_notified", "date", "Day of a notice that stands.", REGISTRY),
    Column("withdrawal_effective", "date", "Day it was to take effect (Art. 127).", REGISTRY),
    Column("as_of", "date", "Last day the registry is known to cover.", "the registry", True),
)
ACTS = (
    ISO3,
    NAME,
    Column("number", "integer", "The act's place among the state's acts, from 1.", "", True),
    Column(
        "kind",
        "string",
        "Kind of act.",
        REGISTRY,
        required=True,
        values=tuple(kind.value for kind in Kind),
    ),
    Column("date", "date", "Day the depositary received it; empty: not known.", REGISTRY),
    Column(
        "effective",
        "date",
        "Day it takes effect, where that is another matter; it never does if taken back before.",
        REGISTRY,
    ),
    Column("effective_computed", "boolean", "Whether we computed that day.", "", True),
    Column("taken_back", "date", "Day the act was taken back by a later one.", DERIVED),
    Column("amendment", "string", "The depositary's number of the amendment.", REGISTRY),
    Column(
        "amendment_in_force",
        "date",
        "Day the accepted amendment enters into force for the state: computed.",
        "computed from the date (Art. 121(5))",
    ),
    Column("instrument", "string", "Key of the instrument the act is about.", REGISTRY),
    Column("subject", "string", "What a declaration is about.", REGISTRY, values=SUBJECTS),
    Column("covers_from", "date", "First day that a declaration names.", REGISTRY),
    Column("covers_from_year", "year", "Its year, where the day is not known.", REGISTRY),
    Column("covers_until", "date", "Last day that a declaration names.", REGISTRY),
    Column("outcome", "string", "What became of a declaration.", REGISTRY, values=OUTCOMES),
    Column("territories", "string", "Territories named, separated by '; '.", REGISTRY),
    Column("reference", "string", "Number of the depositary notification.", REGISTRY),
    Column("confidence", "string", "Empty: well attested.", "the registry", values=CONFIDENCE),
    Column("open_question", "string", "What would settle a doubt.", "the registry"),
    Column("source_keys", "string", "Keys of the sources, separated by '; '.", "", True),
    Column("source", "string", "Titles of the sources, separated by '; '.", "", True),
    Column("note", "string", "A doubt, a conflict or an oddity.", "the registry"),
)
INSTRUMENTS = (
    Column("key", "string", "Number with the depositary, or a name.", REGISTRY, required=True),
    Column(
        "sort",
        "string",
        "Whether it amends the Statute or is an agreement of its own.",
        "the registry",
        required=True,
        values=tuple(sort.value for sort in Sort),
    ),
    Column("title", "string", "What it does.", REGISTRY, required=True),
    Column("adopted", "date", "Day of adoption; empty: not seen.", REGISTRY),
    Column("resolution", "string", "The resolution that adopted it.", REGISTRY),
    Column("reference", "string", "Number of the depositary notification.", REGISTRY),
    Column("rule", "string", "Paragraph by which it enters into force.", "", values=RULES),
    Column("in_force", "date", "Entry into force of an agreement.", REGISTRY),
    Column("source_keys", "string", "Keys of the sources, separated by '; '.", "", True),
    Column("note", "string", "What is not known.", "the registry"),
)
NOT_STATES = (
    Column("name", "string", "What people ask for that is no state here.", REGISTRY, required=True),
    Column("kind", "string", "What it is.", REGISTRY, required=True, values=NOT_STATE_KINDS),
    Column("aliases", "string", "Other names, separated by '; '.", REGISTRY),
    Column("covered_by", "string", "Alpha-3 code of the state whose acts cover it.", REGISTRY),
    Column("answer", "string", "What the program says of it.", REGISTRY, required=True),
    Column("source_keys", "string", "Keys of the sources, separated by '; '.", REGISTRY, True),
)
SPELLS = (
    ISO3,
    NAME,
    _statuses(required=True),
    PARTY,
    SINCE,
    Column(
        "from",
        "date",
        "First day of the period: never before 17 July 1998 or the state's existence.",
        DERIVED,
        required=True,
    ),
    Column("until", "date", "Last day of the period; empty: no end is notified.", DERIVED),
)
PANEL = (
    ISO3,
    NAME,
    Column("year", "year", "Calendar year.", "", required=True),
    Column("day", "date", "The day of that year that the row is about.", "", required=True),
    _statuses(required=True),
    PARTY,
    SINCE,
)


def names(columns: Sequence[Column]) -> tuple[str, ...]:
    """Return the columns' names."""
    return tuple(column.name for column in columns)
