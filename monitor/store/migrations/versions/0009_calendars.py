"""By which countries' holidays the deadlines of a complaint run."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. Complaints of before run by their channel's country."""
    op.add_column("complaint", sa.Column("calendar", sa.Text(), nullable=True))


def downgrade() -> None:
    """Back."""
    op.drop_column("complaint", "calendar")
