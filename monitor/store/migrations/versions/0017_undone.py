"""Whether a case's link was withdrawn after it had given us right, in a column of its own."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

UNDONE = re.compile(
    r"(?:\w+, )*(?:upheld|settled)(?:, \w+)* → withdrawn(?: \(case (?P<cases>\d{1,19}(?:, \d{1,19})*)\))?(?=: )"
)
"""How the words of a correction began that took back what gave us right; of all cases where it names none."""
event = sa.table("complaint_event", *map(sa.column, ("id", "complaint_id", "kind", "text")))
link = sa.table("complaint_case", *map(sa.column, ("complaint_id", "case_id", "result", "undone")))


def upgrade() -> None:
    """Forward. The words of steps of before are all that says it, and they are left as they are."""
    op.add_column("complaint_case", sa.Column("undone", sa.Boolean, nullable=False, server_default=sa.false()))
    connection = op.get_bind()
    wanted = sa.select(event.c.complaint_id, event.c.text).where(event.c.kind == "correction").order_by(event.c.id)
    for row in connection.execute(wanted).all():
        if not (said := UNDONE.match(row.text)):
            continue
        meant = link.c.complaint_id == row.complaint_id
        if said["cases"]:
            meant &= link.c.case_id.in_([int(one) for one in said["cases"].split(", ")])
        connection.execute(link.update().where(meant, link.c.result == "withdrawn").values(undone=sa.true()))


def downgrade() -> None:
    """Back: the words of the steps say it still."""
    op.drop_column("complaint_case", "undone")
