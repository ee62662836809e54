"""Surveys: questionnaires, campaigns, responses; drafts that a partner's people share"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True)
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _questionnaires()
    _surveys()
    _responses()
    _shared_drafts()


def _questionnaires() -> None:
    op.create_table(
        "questionnaires",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("version", sa.String(60), nullable=False),
        sa.Column("body", JSON, nullable=False),
        sa.Column("pictures", JSON, nullable=False),
        sa.Column("author_id", ID),
        sa.Column("created_at", MOMENT, nullable=False),
        _key("questionnaires", "author_id", "members", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_questionnaires"),
    )
    op.create_index("ix_questionnaires_name_id", "questionnaires", ["name", "id"])


def _surveys() -> None:
    op.create_table(
        "surveys",
        sa.Column("id", ID, nullable=False),
        sa.Column("questionnaire_id", ID, nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("purpose", sa.String(500)),
        sa.Column("minutes", sa.Integer()),
        sa.Column("wave", sa.Integer(), nullable=False),
        sa.Column("segment", JSON, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("opens_at", MOMENT, nullable=False),
        sa.Column("closes_at", MOMENT, nullable=False),
        sa.Column("author_id", ID),
        sa.Column("revision", sa.Integer(), nullable=False, server_default=sa.text("1")),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("published_at", MOMENT),
        _key("surveys", "questionnaire_id", "questionnaires", "RESTRICT"),
        _key("surveys", "author_id", "members", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_surveys"),
    )
    op.create_index("ix_surveys_state_closes_at", "surveys", ["state", "closes_at"])
    op.create_table(
        "survey_partners",
        sa.Column("survey_id", ID, nullable=False),
        sa.Column("partner_id", ID, nullable=False),
        sa.Column("put_off_until", MOMENT),
        sa.Column("put_off_by", ID),
        _key("survey_partners", "survey_id", "surveys", "CASCADE"),
        _key("survey_partners", "partner_id", "partners", "CASCADE"),
        _key("survey_partners", "put_off_by", "members", "SET NULL"),
        sa.PrimaryKeyConstraint("survey_id", "partner_id", name="pk_survey_partners"),
    )
    op.create_index("ix_survey_partners_partner_id", "survey_partners", ["partner_id"])


def _responses() -> None:
    op.create_table(
        "responses",
        sa.Column("id", ID, nullable=False),
        sa.Column("survey_id", ID, nullable=False),
        sa.Column("partner_id", ID, nullable=False),
        sa.Column("answers", JSON, nullable=False),
        sa.Column("authors", JSON, nullable=False),
        sa.Column("source", sa.String(10), nullable=False),
        sa.Column("sent_by", ID),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False, server_default=sa.text("1")),
        _key("responses", "survey_id", "surveys", "CASCADE"),
        _key("responses", "partner_id", "partners", "CASCADE"),
        _key("responses", "sent_by", "members", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_responses"),
        sa.UniqueConstraint("survey_id", "partner_id", name="uq_responses_survey_id_partner_id"),
    )
    op.create_table(
        "answer_reviews",
        sa.Column("response_id", ID, nullable=False),
        sa.Column("question", sa.String(200), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("text", sa.Text()),
        sa.Column("reviewed_by", ID),
        sa.Column("reviewed_at", MOMENT, nullable=False),
        _key("answer_reviews", "response_id", "responses", "CASCADE"),
        _key("answer_reviews", "reviewed_by", "members", "SET NULL"),
        sa.PrimaryKeyConstraint("response_id", "question", name="pk_answer_reviews"),
    )


def _shared_drafts() -> None:
    with op.batch_alter_table("drafts") as table:
        table.alter_column("member_id", existing_type=ID, nullable=True)
        table.add_column(sa.Column("partner_id", ID))
        table.create_foreign_key("fk_drafts_partner_id", "partners", ["partner_id"], ["id"], ondelete="CASCADE")
        table.create_unique_constraint("uq_drafts_form_subject_partner_id", ["form", "subject", "partner_id"])


def _key(table: str, column: str, target: str, ondelete: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], ondelete=ondelete, name=f"fk_{table}_{column}")
