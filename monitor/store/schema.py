"""The tables. Amounts are exact decimals, times are UTC, records and evidence are JSON."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """An aware time, kept as UTC: with its zone where the database knows zones."""

    impl = sa.DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> Any:
        """The database's own type."""
        return dialect.type_descriptor(sa.DateTime(timezone=_knows_zones(dialect)))

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """To UTC."""
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment if _knows_zones(dialect) else moment.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """To aware UTC."""
        if value is None:
            return None
        return value.astimezone(UTC) if _knows_zones(dialect) else value.replace(tzinfo=UTC)


class Amount(TypeDecorator[Decimal]):
    """A decimal, kept with all its digits: as a number where the database has exact ones, else as text."""

    impl = sa.Numeric
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> Any:
        """The database's own type."""
        return dialect.type_descriptor(sa.String(40) if dialect.name == "sqlite" else sa.Numeric())

    def process_bind_param(self, value: Decimal | None, dialect: sa.Dialect) -> Any:
        """Never in the form with an exponent, which would come back as another text of the same number."""
        if value is None:
            return None
        text = format(value, "f")
        return text if dialect.name == "sqlite" else Decimal(text)

    def process_result_value(self, value: Any | None, dialect: sa.Dialect) -> Decimal | None:  # noqa: ARG002
        """From text or number."""
        return None if value is None else Decimal(value)


def _knows_zones(dialect: sa.Dialect) -> bool:
    return dialect.name == "postgresql"


metadata = sa.MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s",
                       "fk": "fk_%(table_name)s_%(column_0_N_name)s", "pk": "pk_%(table_name)s"}
)  # fmt: skip
# SQLite numbers rows of INTEGER keys alone.
Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def _key() -> sa.Column[int]:
    return sa.Column("id", Key, primary_key=True, autoincrement=True)


def _refers(table: str, **more: Any) -> sa.Column[int]:
    return sa.Column(f"{table}_id", Key, sa.ForeignKey(f"{table}.id"), nullable=False, **more)


run = sa.Table(
    "run",
    metadata,
    _key(),
    sa.Column("target", sa.Text, nullable=False),
    sa.Column("spider", sa.Text, nullable=False),
    sa.Column("args", sa.JSON, nullable=False),
    sa.Column("started_at", Moment, nullable=False),
    sa.Column("finished_at", Moment),
    # The last sign of life; a run that was killed gives none any more.
    sa.Column("seen_at", Moment),
    sa.Column("outcome", sa.Text, nullable=False),
    sa.Column("stats", sa.JSON, nullable=False),
)
coverage = sa.Table(
    "coverage",
    metadata,
    _key(),
    _refers("run", index=True),
    sa.Column("marketplace", sa.Text, nullable=False, index=True),
    # The target, or the spider with its arguments: only runs of the same scope are compared.
    sa.Column("scope", sa.Text, nullable=False),
    sa.Column("listings", sa.Integer, nullable=False),
    sa.Column("fields", sa.JSON, nullable=False),
    sa.Column("pages", sa.JSON, nullable=False),
    sa.Column("examples", sa.JSON, nullable=False),
)
listing = sa.Table(
    "listing",
    metadata,
    _key(),
    sa.Column("marketplace", sa.Text, nullable=False),
    sa.Column("listing_id", sa.Text, nullable=False),
    # What is unique is the digest of both: a listing_id may be a URL longer than an index takes.
    sa.Column("digest", sa.String(64), nullable=False, unique=True),
    # The digest of its URL in normal form, by which a page that is gone is known to be this listing's.
    sa.Column("address", sa.String(64), index=True),
    sa.Column("removed_at", Moment),
)
observation = sa.Table(
    "observation",
    metadata,
    _key(),
    _refers("listing"),
    sa.Column("run_id", Key, sa.ForeignKey("run.id")),
    sa.Column("observed_at", Moment, nullable=False, index=True),
    sa.Column("digest", sa.String(64), nullable=False),
    sa.Column("record", sa.JSON, nullable=False),
    sa.Column("brands", sa.JSON, nullable=False),
    sa.UniqueConstraint("listing_id", "observed_at", "digest"),
    sqlite_autoincrement=True,
)
image = sa.Table(
    "image",
    metadata,
    sa.Column("sha256", sa.String(64), primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True),
    sa.Column("width", sa.Integer, nullable=False),
    sa.Column("height", sa.Integer, nullable=False),
    sa.Column("hashes", sa.JSON, nullable=False),
    sa.Column("features", sa.LargeBinary, nullable=False),
)
# What was read in a picture, by the version of the reader.
image_words = sa.Table(
    "image_words",
    metadata,
    sa.Column("sha256", sa.String(64), primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True),
    sa.Column("lines", sa.JSON, nullable=False),
    sa.Column("unread", sa.Integer, nullable=False),
)
photo = sa.Table(
    "photo",
    metadata,
    sa.Column("observation_id", Key, sa.ForeignKey("observation.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("url", sa.Text, nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("version", sa.Integer),
    sa.Column("problem", sa.Text, nullable=False),
    # The reader of its words; none where nobody read it.
    sa.Column("words_version", sa.Integer),
)
price_point = sa.Table(
    "price_point",
    metadata,
    _key(),
    _refers("observation", index=True),
    _refers("listing"),
    sa.Column("brand", sa.String(64), nullable=False),
    sa.Column("sku", sa.String(255), nullable=False),
    sa.Column("seller_id", sa.Text, nullable=False),
    sa.Column("seller_name", sa.Text, nullable=False),
    sa.Column("territory", sa.Text, nullable=False),
    sa.Column("observed_at", Moment, nullable=False),
    sa.Column("unit_price", Amount, nullable=False),
    sa.Column("currency", sa.Text, nullable=False),
    # The country of the site of a listing that named none.
    sa.Column("site", sa.String(2), nullable=False, server_default=""),
    sa.Column("newest", sa.Boolean, nullable=False),
    sa.Index("ix_price_point_series", "brand", "sku", "listing_id", "observed_at"),
    sa.Index(
        "ix_price_point_newest", "brand", "sku", sqlite_where=sa.text("newest = 1"), postgresql_where=sa.text("newest")
    ),
)
case = sa.Table(
    "case",
    metadata,
    _key(),
    _refers("listing"),
    sa.Column("brand", sa.String(64), nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("severity", sa.Integer, nullable=False),
    sa.Column("first_seen", Moment, nullable=False),
    sa.Column("last_seen", Moment, nullable=False),
    sa.Column("sightings", sa.Integer, nullable=False),
    sa.Column("last_observation_id", Key, sa.ForeignKey("observation.id"), nullable=False),
    sa.UniqueConstraint("brand", "listing_id"),
)
sighting = sa.Table(
    "sighting",
    metadata,
    sa.Column("case_id", Key, sa.ForeignKey("case.id"), primary_key=True),
    sa.Column("observation_id", Key, sa.ForeignKey("observation.id"), primary_key=True, index=True),
    sa.Column("sku", sa.Text, nullable=False),
    sa.Column("unit_price", Amount),
    sa.Column("currency", sa.Text, nullable=False),
    sa.Column("floor_price", Amount),
)
flag = sa.Table(
    "flag",
    metadata,
    _key(),
    _refers("case"),
    _refers("observation", index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("rule", sa.Text, nullable=False),
    sa.Column("severity", sa.Integer, nullable=False),
    sa.Column("sentence", sa.Text, nullable=False),
    sa.Column("evidence", sa.JSON, nullable=False),
    sa.Column("newest", sa.Boolean, nullable=False),
    sa.Index("ix_flag_case_id", "case_id", "observation_id"),
    sa.Index("ix_flag_newest", "case_id", sqlite_where=sa.text("newest = 1"), postgresql_where=sa.text("newest")),
)
case_event = sa.Table(
    "case_event",
    metadata,
    _key(),
    _refers("case", index=True),
    # The case's last observation at that moment: what the decision was about.
    _refers("observation"),
    sa.Column("at", Moment, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("from_status", sa.Text, nullable=False),
    sa.Column("to_status", sa.Text, nullable=False),
    sa.Column("why", sa.Text, nullable=False),
)
claim = sa.Table(
    "claim",
    metadata,
    sa.Column("target", sa.String(64), primary_key=True),
    sa.Column("place", sa.Text, nullable=False),
    sa.Column("started_at", Moment, nullable=False),
    sa.Column("held_until", Moment),
)
# The last try to capture a case without a person's asking; a case that is captured is on the log of evidence.
capture_try = sa.Table(
    "capture_try",
    metadata,
    sa.Column("case_id", Key, sa.ForeignKey("case.id"), primary_key=True, autoincrement=False),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("held_until", Moment, nullable=False),
    sa.Column("why", sa.Text, nullable=False),
)
complaint = sa.Table(
    "complaint",
    metadata,
    _key(),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("brand", sa.String(64), nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("ground", sa.Text, nullable=False),
    # The folder within the workspace's complaints, and the digest of its list of digests.
    sa.Column("package", sa.Text, nullable=False),
    sa.Column("digest", sa.String(64), nullable=False),
    sa.Column("reference", sa.Text, nullable=False),
    sa.Column("drafted_at", Moment, nullable=False),
    # The countries whose holidays count for its deadlines, by a space; null where nobody kept it.
    sa.Column("calendar", sa.Text),
    # What the monitor warned of when it was drafted; null where nobody kept it.
    sa.Column("warnings", sa.JSON),
    # The rights, countries and typed values that it was drafted with; null where nobody kept them.
    sa.Column("basis", sa.JSON),
    sa.Column("filed_on", sa.Date),
    sa.Column("ended_on", sa.Date),
)
complaint_case = sa.Table(
    "complaint_case",
    metadata,
    sa.Column("complaint_id", Key, sa.ForeignKey("complaint.id"), primary_key=True),
    sa.Column("case_id", Key, sa.ForeignKey("case.id"), primary_key=True, index=True),
    # What became of this case's link: upheld, rejected, settled or the like; empty while it is open.
    sa.Column("result", sa.Text, nullable=False),
    # The observation of its listing that the draft was made from; null where nobody kept it.
    sa.Column("observation_id", Key),
    # Kind, rule and mark of each flag that the draft cites of it; null where nobody kept them.
    sa.Column("alleged", sa.JSON),
    # Whether it was corrected to withdrawn after it had given us right.
    sa.Column("undone", sa.Boolean, nullable=False, server_default=sa.false()),
)
complaint_event = sa.Table(
    "complaint_event",
    metadata,
    _key(),
    _refers("complaint", index=True),
    sa.Column("at", Moment, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    # The digest of the row of a file of answers that it was read from, so that no row counts twice.
    sa.Column("source", sa.String(64)),
    # Of a filing why it was made although it should not have been.
    sa.Column("although", sa.Text),
    # The names of the sealed evidence that whoever took the step was told of; null where of none.
    sa.Column("looked", sa.JSON),
)
# What must be done by a day, by us or by the channel; several a complaint, each done for itself.
complaint_deadline = sa.Table(
    "complaint_deadline",
    metadata,
    _key(),
    _refers("complaint", index=True),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("due_on", sa.Date, nullable=False),
    # Whether a reply to the channel does it.
    sa.Column("met_by_reply", sa.Boolean, nullable=False),
    sa.Column("done_at", Moment),
    sa.Column("done_by", sa.Text, nullable=False),
    sa.Column("how", sa.Text, nullable=False),
)
