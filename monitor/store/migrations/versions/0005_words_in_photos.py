"""Words that were read in photos are kept by content and reader."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. In photos stored before nothing was read."""
    op.create_table(
        "image_words",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.Column("unread", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", "version", name=op.f("pk_image_words")),
    )
    op.add_column("photo", sa.Column("words_version", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("photo") as table:
        table.drop_column("words_version")
    op.drop_table("image_words")
