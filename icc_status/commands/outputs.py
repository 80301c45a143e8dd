"""What the ending of an output's name promises, so that no file holds another format than it says.

`annotate` and `export` ask here; the pictures have few endings and list them.
"""

from collections.abc import Mapping
from pathlib import Path

from icc_status.errors import QuestionError

GZ = ".gz"
OTHER_FORMATS = {
    *(".parquet", ".feather", ".arrow", ".orc", ".avro", ".h5", ".sqlite", ".db", ".duckdb"),
    *(".xlsx", ".xls", ".xlsm", ".ods", ".dta", ".sav", ".rds", ".rdata", ".sas7bdat", ".xpt"),
    *(".json", ".jsonl", ".ndjson", ".yaml", ".yml", ".xml", ".html", ".md", ".pdf"),
    *(".csv", ".tsv", ".tab", ".zip", ".bz2", ".xz", ".zst", ".7z", ".tar", ".tgz"),
}
"""Endings of names that promise a format."""


def is_zipped(path: Path) -> bool:
    """Tell whether a name promises a file that is compressed by gzip."""
    return path.suffix.lower() == GZ


def ending(path: Path) -> str:
    """Return the ending of a name that tells the format, in small letters: .csv of x.CSV.gz."""
    return Path(path.stem if is_zipped(path) else path.name).suffix.lower()


def promised_form(path: Path, forms: Mapping[str, str]) -> str | None:
    """Return the format that the ending of a name promises, or None where it promises none.

    `forms` are the formats that can be written, by their endings.
    Raises QuestionError for the ending of any other format.
    """
    found = ending(path)
    if found in OTHER_FORMATS and found not in forms:
        raise QuestionError(
            f"{path}: {found} is not written here: let the name end in {', '.join(forms)},"
            " or in one of these and .gz"
        )
    return forms.get(found)
