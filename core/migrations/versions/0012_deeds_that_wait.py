"""What a coordinator takes upon themselves, puts off or passes on: until when, and from whom."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("actions", sa.Column("until", sa.Date(), nullable=True))
    op.add_column("actions", sa.Column("passed_from", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("actions", "passed_from")
    op.drop_column("actions", "until")
