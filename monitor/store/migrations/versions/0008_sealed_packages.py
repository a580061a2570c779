"""What was sealed as evidence: remembered beside the folder, so that a folder that is gone is missed."""

import sqlalchemy as sa
from alembic import op

from monitor.store.schema import Key, Moment

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. What lies on a log by now is learned when the evidence is verified or added to next."""
    op.create_table(
        "sealed_package",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("case_id", Key, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_sealed_package")),
    )
    op.create_index(op.f("ix_sealed_package_case_id"), "sealed_package", ["case_id"], unique=False)


def downgrade() -> None:
    """Back."""
    op.drop_table("sealed_package")
