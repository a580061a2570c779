"""What a complaint alleges of each case: kind, rule and mark of the flags that it cites."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. Of complaints of before nobody knows."""
    op.add_column("complaint_case", sa.Column("alleged", sa.JSON, nullable=True))


def downgrade() -> None:
    """Back."""
    op.drop_column("complaint_case", "alleged")
