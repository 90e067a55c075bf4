"""What coordinators say of their own days: absences, days and time of the digest."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "own_days",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("coordinator", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("absences", sa.JSON(), nullable=False),
        sa.Column("back_on", sa.Date(), nullable=True),
        sa.Column("digest_days", sa.JSON(), nullable=False),
        sa.Column("digest_at", sa.Time(), nullable=True),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["actions.id"], name="fk_own_days_action_id_actions"),
        sa.PrimaryKeyConstraint("id", name="pk_own_days"),
    )
    op.create_index("ix_own_days_coordinator", "own_days", ["coordinator"])


def downgrade() -> None:
    op.drop_table("own_days")
