"""What was sealed as evidence, as the database remembers it: a folder that is taken away, or put back, is missed."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.store.schema import Key, Moment, metadata

sealed_package = sa.Table(
    "sealed_package",
    metadata,
    sa.Column("name", sa.String(200), primary_key=True),
    # Of this database or, where the folder was another's before, of that one.
    sa.Column("case_id", Key, nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("digest", sa.String(64), nullable=False),
    sa.Column("key", sa.String(64), nullable=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """A package of evidence: the digest is that of its signed list, `key` the fingerprint of the key that signed it."""

    name: str
    case_id: int
    kind: str
    at: datetime
    by: str
    digest: str
    key: str


def remember(connection: Connection, packages: Iterable[Remembered]) -> None:
    """Keep the packages that are not known yet; what is known is never changed."""
    known = set(connection.execute(sa.select(sealed_package.c.name)).scalars())
    if new := [asdict(one) for one in packages if one.name not in known]:
        connection.execute(sealed_package.insert(), new)


def remembered(connection: Connection, case: int | None = None) -> list[Remembered]:
    """The packages that were sealed, of one case or all, oldest first."""
    wanted = sa.select(sealed_package).order_by(sealed_package.c.at, sealed_package.c.name)
    if case is not None:
        wanted = wanted.filter_by(case_id=case)
    return [Remembered(**row) for row in connection.execute(wanted).mappings()]
