"""When somebody must hear that an agreement runs out."""

from datetime import date, timedelta

import pytest

from domain.agreement_terms import days_left, notice_due
from domain.partner import AgreementFields

TODAY = date(2018, 4, 1)


@pytest.mark.parametrize(
    ("left", "due"), [(61, None), (60, 60), (45, 60), (31, 60), (30, 30), (0, 30), (-1, None), (None, None)]
)
def test_notices_come_at_sixty_and_at_thirty_days(left: int | None, due: int | None) -> None:
    fields = AgreementFields(ends_on=None if left is None else TODAY + timedelta(days=left))
    assert days_left(fields, TODAY) == left
    assert notice_due(fields, TODAY) == due
