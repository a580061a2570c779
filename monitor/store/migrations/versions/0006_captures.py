"""Captures that are made by themselves: who is at which, and what failed how often."""

import sqlalchemy as sa
from alembic import op

from monitor.store.schema import Key, Moment

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. Nothing was tried before."""
    op.create_table(
        "capture_try",
        sa.Column("case_id", Key, nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("held_until", Moment(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_capture_try_case_id")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_capture_try")),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("capture_try")
