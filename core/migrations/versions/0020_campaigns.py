"""Campaigns: who agreed to be asked, what was proposed, who was asked and what they said."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("contacts", sa.Column("welcomes_asks", sa.Boolean(), nullable=True))
    op.create_table(
        "campaigns",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("coordinator", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("kind", "family", "school", "programme", "level")),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("end", sa.Date(), nullable=False),
        sa.Column("students", sa.Integer(), nullable=False),
        sa.Column("missing", sa.Integer(), nullable=False),
        sa.Column("employers", sa.Integer(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("action_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["action_id"], ["actions.id"], name="fk_campaigns_action_id_actions"),
        sa.PrimaryKeyConstraint("id", name="pk_campaigns"),
    )
    op.create_index("ix_campaigns_coordinator", "campaigns", ["coordinator"])
    op.create_index("ix_campaigns_status", "campaigns", ["status"])
    op.create_table(
        "asks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seats", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name="fk_asks_campaign_id_campaigns"),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_asks_contact_id_contacts"),
        sa.ForeignKeyConstraint(["thread_id"], ["threads.id"], name="fk_asks_thread_id_threads"),
        sa.PrimaryKeyConstraint("id", name="pk_asks"),
    )
    for column in ("campaign_id", "contact_id", "thread_id", "asked_at"):
        op.create_index(f"ix_asks_{column}", "asks", [column])
    with op.batch_alter_table("digest_entries") as entries:
        entries.add_column(sa.Column("campaign_id", sa.Integer(), nullable=True))
        entries.create_foreign_key("fk_digest_entries_campaign_id_campaigns", "campaigns", ["campaign_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("digest_entries") as entries:
        entries.drop_constraint("fk_digest_entries_campaign_id_campaigns", type_="foreignkey")
        entries.drop_column("campaign_id")
    op.drop_table("asks")
    op.drop_table("campaigns")
    op.drop_column("contacts", "welcomes_asks")
