"""Typed Parquet files: a module of its own, since pyarrow is an extra and has one home."""

import io
from collections.abc import Mapping, Sequence

from icc_status.errors import QuestionError
from icc_status.export.columns import Column


def parquet(columns: Sequence[Column], records: Sequence[Mapping[str, object]]) -> bytes:
    """Return records as a Parquet file; raises QuestionError where pyarrow is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise QuestionError("Parquet needs pyarrow: pip install 'icc-status[parquet]'") from None
    types = {
        "string": pa.string(),
        "integer": pa.int32(),
        "year": pa.int32(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
    }
    schema = pa.schema(
        [
            pa.field(c.name, types[c.type], not c.required, {"description": c.meaning})
            for c in columns
        ]
    )
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(records), schema), out)
    return out.getvalue()
