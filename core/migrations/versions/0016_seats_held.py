"""Members of the pôles, and seats held for a school."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "members",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("school", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_members"),
        sa.UniqueConstraint("school", "email", name="uq_members_school_email"),
    )
    op.create_index("ix_members_email", "members", ["email"])
    op.create_table(
        "holds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("offer_id", sa.Integer(), nullable=False),
        sa.Column("school", sa.Text(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("held_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["offer_id"], ["offers.id"], name="fk_holds_offer_id_offers"),
        sa.ForeignKeyConstraint(["action_id"], ["actions.id"], name="fk_holds_action_id_actions"),
        sa.PrimaryKeyConstraint("id", name="pk_holds"),
    )
    for column in ("offer_id", "school", "status", "action_id"):
        op.create_index(f"ix_holds_{column}", "holds", [column])
    with op.batch_alter_table("threads") as threads:
        threads.add_column(sa.Column("hold_id", sa.Integer(), nullable=True))
        threads.create_foreign_key("fk_threads_hold_id_holds", "holds", ["hold_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("threads") as threads:
        threads.drop_constraint("fk_threads_hold_id_holds", type_="foreignkey")
        threads.drop_column("hold_id")
    op.drop_table("holds")
    op.drop_table("members")
