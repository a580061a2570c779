"""Which sealed evidence whoever took a step of a complaint had looked at."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. Nobody kept it of steps of before, so that what was sealed since those drafts is told once more."""
    op.add_column("complaint_event", sa.Column("looked", sa.JSON, nullable=True))


def downgrade() -> None:
    """Back."""
    op.drop_column("complaint_event", "looked")
