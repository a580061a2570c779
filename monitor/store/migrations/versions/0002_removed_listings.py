"""Listings are found by their address, and it is kept when one was found removed."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Forward. Listings stored before are found by their address once they are seen again."""
    op.add_column("listing", sa.Column("address", sa.String(length=64), nullable=True))
    op.add_column("listing", sa.Column("removed_at", MOMENT, nullable=True))
    op.create_index(op.f("ix_listing_address"), "listing", ["address"])


def downgrade() -> None:
    """Back."""
    op.drop_index(op.f("ix_listing_address"), table_name="listing")
    with op.batch_alter_table("listing") as table:
        table.drop_column("removed_at")
        table.drop_column("address")
