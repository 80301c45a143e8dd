"""Describe the exported files as a Frictionless data package, for programs and people."""

import hashlib
import json
from collections.abc import Mapping

from icc_status.export.columns import Column
from icc_status.export.datasets import DATASETS, Dataset
from icc_status.model.registry import Registry

MEDIA = {
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "markdown": "text/markdown",
    "parquet": "application/vnd.apache.parquet",
}
SUFFIXES = {form: form for form in MEDIA} | {"markdown": "md"}
DELIMITERS = {"csv": ",", "tsv": "\t"}


def file_name(dataset: str, form: str) -> str:
    """Return the name of a table's file."""
    return f"{dataset}.{SUFFIXES[form]}"


def datapackage(registry: Registry, form: str, files: Mapping[str, bytes]) -> bytes:
    """Return datapackage.json for files, each given by the name of its table."""
    sources = [
        {"title": source.title, **({"path": source.url} if source.url else {})}
        for source in registry.sources
    ]
    descriptor = {
        "name": "icc-status",
        "title": "States and the Rome Statute of the International Criminal Court",
        "description": f"{registry.claim} The depositary's record prevails.",
        "version": registry.as_of.isoformat(),
        "licenses": [{"name": "CC0-1.0", "title": "CC0 1.0 Universal"}],
        "sources": sources,
        "resources": [_resource(DATASETS[name], form, data) for name, data in files.items()],
    }
    return (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(dataset: Dataset, form: str, data: bytes) -> dict[str, object]:
    resource: dict[str, object] = {
        "name": dataset.name,
        "title": dataset.title,
        "path": file_name(dataset.name, form),
        "profile": "tabular-data-resource",
        "format": SUFFIXES[form],
        "mediatype": MEDIA[form],
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
    }
    if form != "parquet":
        resource["encoding"] = "utf-8"
    if form in DELIMITERS:
        resource["dialect"] = {"delimiter": DELIMITERS[form], "lineTerminator": "\n"}
    return {**resource, "schema": _schema(dataset)}


def _schema(dataset: Dataset) -> dict[str, object]:
    """Return a table's columns and keys; every table refers to the states by iso3."""
    schema: dict[str, object] = {
        "fields": [_field(column) for column in dataset.columns],
        "missingValues": [""],
        "primaryKey": list(dataset.key),
    }
    if dataset.name != "states":
        reference = {"resource": "states", "fields": ["iso3"]}
        schema["foreignKeys"] = [{"fields": ["iso3"], "reference": reference}]
    return schema


def _field(column: Column) -> dict[str, object]:
    field: dict[str, object] = {"name": column.name, "type": column.type}
    field["description"] = column.meaning
    if column.source:
        field["source"] = column.source
    if column.type == "date":
        field["format"] = "default"
    constraints: dict[str, object] = {}
    if column.required:
        constraints["required"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    return {**field, **({"constraints": constraints} if constraints else {})}
