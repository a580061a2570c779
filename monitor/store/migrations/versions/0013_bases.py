"""The rights, countries and typed values that a complaint was drafted with."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. Of complaints of before nobody knows."""
    op.add_column("complaint", sa.Column("basis", sa.JSON, nullable=True))


def downgrade() -> None:
    """Back."""
    op.drop_column("complaint", "basis")
