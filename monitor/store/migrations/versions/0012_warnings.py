"""What the monitor warned of when a complaint was drafted."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. Of complaints of before nobody knows."""
    op.add_column("complaint", sa.Column("warnings", sa.JSON, nullable=True))


def downgrade() -> None:
    """Back."""
    op.drop_column("complaint", "warnings")
