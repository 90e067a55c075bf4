"""Coordinators' chats: where a coordinator has linked Telegram, what was last asked there, and for whom the chat speaks."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "coordinator_chats",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("coordinator", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("digest_id", sa.Integer(), nullable=False),
        sa.Column("linked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("employer", sa.Boolean(), nullable=False),
        sa.Column("asking", sa.Text(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["digest_id"], ["digests.id"], name="fk_coordinator_chats_digest_id_digests"),
        sa.PrimaryKeyConstraint("id", name="pk_coordinator_chats"),
        sa.UniqueConstraint("coordinator", name="uq_coordinator_chats_coordinator"),
    )
    op.create_index("ix_coordinator_chats_address", "coordinator_chats", ["address"])


def downgrade() -> None:
    op.drop_table("coordinator_chats")
