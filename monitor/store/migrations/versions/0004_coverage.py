"""What each run read of each marketplace, and when it last gave a sign of life."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Forward."""
    op.add_column("run", sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "coverage",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("run_id", KEY, nullable=False),
        sa.Column("marketplace", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("listings", sa.Integer(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("pages", sa.JSON(), nullable=False),
        sa.Column("examples", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_coverage_run_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coverage")),
    )
    op.create_index(op.f("ix_coverage_marketplace"), "coverage", ["marketplace"], unique=False)
    op.create_index(op.f("ix_coverage_run_id"), "coverage", ["run_id"], unique=False)


def downgrade() -> None:
    """Back."""
    op.drop_table("coverage")
    with op.batch_alter_table("run") as table:
        table.drop_column("seen_at")
