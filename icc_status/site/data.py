"""The files for programs: an interface of JSON files, and the exported tables."""

from collections.abc import Iterator

from icc_status import __version__
from icc_status.export.columns import names
from icc_status.export.datapackage import datapackage, file_name
from icc_status.export.datasets import DATASETS, Dataset, Question
from icc_status.model.treaty import ADOPTED
from icc_status.queries.records import situation_record
from icc_status.queries.rows import COLUMNS, EXTRA
from icc_status.queries.table import Sheet
from icc_status.render.formats import one_object, render
from icc_status.site.edition import Edition

SCHEMA_VERSION = 1
"""The number in `api/v1`: another one where a key goes, or changes its meaning."""
BRIEF = (*COLUMNS, "label", "summary")
WHOLE = (*COLUMNS, *EXTRA)


def interface(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield the files of `api/v1`: all states in brief, each in full, and the situations."""
    brief = [{key: row[key] for key in BRIEF} for row in edition.rows]
    yield "api/v1/states.json", _enveloped(edition, brief)
    for row in edition.rows:
        path = f"api/v1/states/{row.state.iso3}.json"
        yield path, _enveloped(edition, {key: row[key] for key in WHOLE})
    docket = edition.docket
    situations = [situation_record(s, edition.on, docket) for s in docket.come_up(edition.on)]
    yield "api/v1/situations.json", _enveloped(edition, situations)


def _enveloped(edition: Edition, result: object) -> bytes:
    """Return a result as JSON, with what it is, the day it is about, and what that rests on."""
    envelope = {
        "schema_version": SCHEMA_VERSION,
        "as_of": edition.registry.as_of,
        "on": edition.on,
        "generated_by": f"icc-status {__version__}",
        "result": result,
    }
    return one_object(envelope, "jsonl").encode()


def data_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield the exported tables as CSV, and the data package that describes them."""
    years = range(ADOPTED.year, edition.registry.as_of.year + 1)
    question = Question(edition.registry, edition.codes, edition.on, years, "end")
    tables = {name: _csv(dataset, question) for name, dataset in DATASETS.items()}
    for name, table in tables.items():
        yield f"data/{file_name(name, 'csv')}", table
    yield "data/datapackage.json", datapackage(edition.registry, "csv", tables)


def _csv(dataset: Dataset, question: Question) -> bytes:
    keys = names(dataset.columns)
    return render(Sheet(keys, keys, tuple(dataset.records(question))), "csv").encode()
