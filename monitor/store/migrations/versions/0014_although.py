"""Why a complaint was filed that should not have been, in a column of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

BEFORE = "; although it should not have been: "
"""What stood before the reason in the words of a step."""
event = sa.table("complaint_event", *map(sa.column, ("id", "kind", "text", "although")))


def upgrade() -> None:
    """Forward. The words of steps of before are all that says it, and they are left as they are."""
    op.add_column("complaint_event", sa.Column("although", sa.Text, nullable=True))
    connection = op.get_bind()
    wanted = sa.select(event.c.id, event.c.text).where(event.c.kind == "submitted", event.c.text.contains(BEFORE))
    for row in connection.execute(wanted).all():
        why = row.text.partition(BEFORE)[2]
        connection.execute(event.update().where(event.c.id == row.id).values(although=why))


def downgrade() -> None:
    """Back: the words of the steps say it still."""
    op.drop_column("complaint_event", "although")
