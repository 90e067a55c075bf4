"""Answers leave before what Guichet says of its own accord; what is due is found by an index."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("solicited", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.create_index("ix_outbox_channel_status_due_at", "outbox", ["channel", "status", "due_at"])


def downgrade() -> None:
    op.drop_index("ix_outbox_channel_status_due_at", "outbox")
    op.drop_column("outbox", "solicited")
