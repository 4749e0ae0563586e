"""The tables of a record, and the numbers that say which program made it.

Every table but `log` and `snapshot` is append-only, and each of its rows has its line in `log` under the same `seq`.
"""

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint

FORMAT = 2
"""Number of the layout below, kept as SQLite's `user_version`. A program refuses a record with a larger one, and brings
one with a smaller one up to this when it writes it (`migrations`)."""

APPLICATION_ID = 0x46485244
"""SQLite's `application_id` of a record: "FHRD"."""

METADATA = MetaData()

LOG = Table(
    "log", METADATA,
    Column("seq", Integer, primary_key=True),
    Column("what", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("hash", Text, nullable=False),
)  # fmt: skip

META = Table(
    "meta", METADATA,
    Column("seq", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("value", Text, nullable=False),
)  # fmt: skip

RAW = Table(
    "raw", METADATA,
    Column("seq", Integer, primary_key=True),
    Column("sha256", Text, nullable=False, unique=True),
    Column("bytes", LargeBinary, nullable=False),
)  # fmt: skip

# The same bytes under another suffix may be read otherwise, so one id may have several contents; the smallest holds.
REPORT = Table(
    "report", METADATA,
    Column("seq", Integer, primary_key=True),
    Column("content", Text, nullable=False, unique=True),
    Column("id", Text, nullable=False, index=True),
    Column("body", LargeBinary, nullable=False),
)  # fmt: skip

NAME = Table(
    "name", METADATA,
    Column("seq", Integer, primary_key=True),
    Column("report", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("read_on", Text, nullable=False),
    UniqueConstraint("report", "name", "read_on"),
)  # fmt: skip

EXTRACTION = Table(
    "extraction", METADATA,
    Column("seq", Integer, primary_key=True),
    Column("content", Text, nullable=False),
    Column("kit", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("content", "kit"),
)  # fmt: skip

CLAIM = Table(
    "claim", METADATA,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("content", Text, nullable=False),
    Column("kit", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("content", "kit", "id"),
)  # fmt: skip

REFUSAL = Table(
    "refusal", METADATA,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("context", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("id", "context"),
)  # fmt: skip

DECISION = Table(
    "decision", METADATA,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("body", LargeBinary, nullable=False),
)  # fmt: skip

REVISION = Table(
    "revision", METADATA,
    Column("seq", Integer, primary_key=True),
    Column("incident", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("incident", "number"),
)  # fmt: skip

RUN = Table(
    "run", METADATA,
    Column("seq", Integer, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("what", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("number", "what"),
)  # fmt: skip

# What a user set for a record (`firsthand.toml`), each content once. Since format 2.
SETTINGS = Table(
    "settings", METADATA,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("body", LargeBinary, nullable=False),
)  # fmt: skip

# A cache: the folded view as it stood when the log ended at `upto`. It can be made again at any time.
SNAPSHOT = Table(
    "snapshot", METADATA,
    Column("id", Integer, primary_key=True),
    Column("upto", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)  # fmt: skip

LOGGED = (META, RAW, REPORT, NAME, EXTRACTION, CLAIM, REFUSAL, DECISION, REVISION, RUN, SETTINGS)
"""The append-only tables."""

SINCE = {SETTINGS.name: 2}
"""Formats that tables came with, where not with the first."""

Index("claim_of", CLAIM.c.kit, CLAIM.c.content)
