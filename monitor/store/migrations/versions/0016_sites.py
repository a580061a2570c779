"""The country of the site of a price whose listing named none."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. Of prices of before the lowest floor counts, as it did."""
    op.add_column("price_point", sa.Column("site", sa.String(2), nullable=False, server_default=""))


def downgrade() -> None:
    """Back."""
    op.drop_column("price_point", "site")
