"""Which observation of each listing a complaint was drafted from."""

import sqlalchemy as sa
from alembic import op

from monitor.store.schema import Key

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. Of drafts of before nobody knows."""
    op.add_column("complaint_case", sa.Column("observation_id", Key, nullable=True))


def downgrade() -> None:
    """Back."""
    op.drop_column("complaint_case", "observation_id")
