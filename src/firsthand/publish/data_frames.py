"""Tables as data frames of pandas or polars, where they are installed. Both hold the same rows."""

import importlib
from typing import Any, Literal, get_args

from firsthand.errors import SetupError
from firsthand.publish.tables import Sort, Typed

Library = Literal["pandas", "polars"]
LIBRARIES: tuple[str, ...] = get_args(Library)
PANDAS: dict[Sort, str] = {
    "text": "string", "number": "Int64", "degrees": "Float64", "day": "datetime64[s]", "moment": "datetime64[us, UTC]",
    "list": "object",
}  # fmt: skip


def data_frame(found: Typed, library: str) -> Any:  # noqa: ANN401 - a type of a library that may not be there
    """The table as a frame of the library. Errors: SetupError where that is not installed."""
    try:
        module = importlib.import_module(library)
    except ImportError as e:
        raise SetupError(f"{library} is not installed", hint=f"Install it: pip install 'firsthand[{library}]'") from e
    return _pandas(module, found) if library == "pandas" else _polars(module, found)


def _pandas(pandas: Any, found: Typed) -> Any:  # noqa: ANN401 - the same
    columns = {
        name: pandas.Series([row[name] for row in found.rows], dtype=PANDAS[sort])
        for name, sort in found.columns.items()
    }
    return pandas.DataFrame(columns)


def _polars(polars: Any, found: Typed) -> Any:  # noqa: ANN401 - the same
    types = {
        "text": polars.String, "number": polars.Int64, "degrees": polars.Float64, "day": polars.Date,
        "moment": polars.Datetime("us", "UTC"), "list": polars.List(polars.String),
    }  # fmt: skip
    return polars.DataFrame(
        {name: [row[name] for row in found.rows] for name in found.columns},
        schema={name: types[sort] for name, sort in found.columns.items()},
    )
