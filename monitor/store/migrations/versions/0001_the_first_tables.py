"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
AMOUNT = sa.Numeric().with_variant(sa.String(40), "sqlite")


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "claim",
        sa.Column("target", sa.String(length=64), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("held_until", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("target", name=op.f("pk_claim")),
    )
    op.create_table(
        "image",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("hashes", sa.JSON(), nullable=False),
        sa.Column("features", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", "version", name=op.f("pk_image")),
    )
    op.create_table(
        "listing",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("marketplace", sa.Text(), nullable=False),
        sa.Column("listing_id", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_listing")),
        sa.UniqueConstraint("digest", name=op.f("uq_listing_digest")),
    )
    op.create_table(
        "run",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("spider", sa.Text(), nullable=False),
        sa.Column("args", sa.JSON(), nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("finished_at", MOMENT, nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("stats", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run")),
    )
    op.create_table(
        "observation",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("listing_id", KEY, nullable=False),
        sa.Column("run_id", KEY, nullable=True),
        sa.Column("observed_at", MOMENT, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.Column("brands", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["listing_id"], ["listing.id"], name=op.f("fk_observation_listing_id")),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_observation_run_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observation")),
        sa.UniqueConstraint(
            "listing_id", "observed_at", "digest", name=op.f("uq_observation_listing_id_observed_at_digest")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_observation_observed_at"), "observation", ["observed_at"], unique=False)
    op.create_table(
        "case",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("listing_id", KEY, nullable=False),
        sa.Column("brand", sa.String(length=64), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("severity", sa.Integer(), nullable=False),
        sa.Column("first_seen", MOMENT, nullable=False),
        sa.Column("last_seen", MOMENT, nullable=False),
        sa.Column("sightings", sa.Integer(), nullable=False),
        sa.Column("last_observation_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["last_observation_id"], ["observation.id"], name=op.f("fk_case_last_observation_id")),
        sa.ForeignKeyConstraint(["listing_id"], ["listing.id"], name=op.f("fk_case_listing_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case")),
        sa.UniqueConstraint("brand", "listing_id", name=op.f("uq_case_brand_listing_id")),
    )
    op.create_table(
        "photo",
        sa.Column("observation_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["observation_id"], ["observation.id"], name=op.f("fk_photo_observation_id")),
        sa.PrimaryKeyConstraint("observation_id", "position", name=op.f("pk_photo")),
    )
    op.create_table(
        "price_point",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("observation_id", KEY, nullable=False),
        sa.Column("listing_id", KEY, nullable=False),
        sa.Column("brand", sa.String(length=64), nullable=False),
        sa.Column("sku", sa.String(length=255), nullable=False),
        sa.Column("seller_id", sa.Text(), nullable=False),
        sa.Column("seller_name", sa.Text(), nullable=False),
        sa.Column("territory", sa.Text(), nullable=False),
        sa.Column("observed_at", MOMENT, nullable=False),
        sa.Column("unit_price", AMOUNT, nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("newest", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["listing_id"], ["listing.id"], name=op.f("fk_price_point_listing_id")),
        sa.ForeignKeyConstraint(["observation_id"], ["observation.id"], name=op.f("fk_price_point_observation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price_point")),
    )
    op.create_index(
        "ix_price_point_newest",
        "price_point",
        ["brand", "sku"],
        unique=False,
        sqlite_where=sa.text("newest = 1"),
        postgresql_where=sa.text("newest"),
    )
    op.create_index(op.f("ix_price_point_observation_id"), "price_point", ["observation_id"], unique=False)
    op.create_index("ix_price_point_series", "price_point", ["brand", "sku", "listing_id", "observed_at"], unique=False)
    op.create_table(
        "case_event",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("observation_id", KEY, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("from_status", sa.Text(), nullable=False),
        sa.Column("to_status", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_case_event_case_id")),
        sa.ForeignKeyConstraint(["observation_id"], ["observation.id"], name=op.f("fk_case_event_observation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_event")),
    )
    op.create_index(op.f("ix_case_event_case_id"), "case_event", ["case_id"], unique=False)
    op.create_table(
        "flag",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("observation_id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("severity", sa.Integer(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("newest", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_flag_case_id")),
        sa.ForeignKeyConstraint(["observation_id"], ["observation.id"], name=op.f("fk_flag_observation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_flag")),
    )
    op.create_index("ix_flag_case_id", "flag", ["case_id", "observation_id"], unique=False)
    op.create_index(
        "ix_flag_newest",
        "flag",
        ["case_id"],
        unique=False,
        sqlite_where=sa.text("newest = 1"),
        postgresql_where=sa.text("newest"),
    )
    op.create_index(op.f("ix_flag_observation_id"), "flag", ["observation_id"], unique=False)
    op.create_table(
        "sighting",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("observation_id", KEY, nullable=False),
        sa.Column("sku", sa.Text(), nullable=False),
        sa.Column("unit_price", AMOUNT, nullable=True),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("floor_price", AMOUNT, nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_sighting_case_id")),
        sa.ForeignKeyConstraint(["observation_id"], ["observation.id"], name=op.f("fk_sighting_observation_id")),
        sa.PrimaryKeyConstraint("case_id", "observation_id", name=op.f("pk_sighting")),
    )
    op.create_index(op.f("ix_sighting_observation_id"), "sighting", ["observation_id"], unique=False)


def downgrade() -> None:
    """Back."""
    op.drop_index(op.f("ix_sighting_observation_id"), table_name="sighting")
    op.drop_table("sighting")
    op.drop_index(op.f("ix_flag_observation_id"), table_name="flag")
    op.drop_index(
        "ix_flag_newest", table_name="flag", sqlite_where=sa.text("newest = 1"), postgresql_where=sa.text("newest")
    )
    op.drop_index("ix_flag_case_id", table_name="flag")
    op.drop_table("flag")
    op.drop_index(op.f("ix_case_event_case_id"), table_name="case_event")
    op.drop_table("case_event")
    op.drop_index("ix_price_point_series", table_name="price_point")
    op.drop_index(op.f("ix_price_point_observation_id"), table_name="price_point")
    op.drop_index(
        "ix_price_point_newest",
        table_name="price_point",
        sqlite_where=sa.text("newest = 1"),
        postgresql_where=sa.text("newest"),
    )
    op.drop_table("price_point")
    op.drop_table("photo")
    op.drop_table("case")
    op.drop_index(op.f("ix_observation_observed_at"), table_name="observation")
    op.drop_table("observation")
    op.drop_table("run")
    op.drop_table("listing")
    op.drop_table("image")
    op.drop_table("claim")
