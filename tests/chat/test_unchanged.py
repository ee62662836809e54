"""What is saved without a change claims none."""

from tests.chat.conftest import Town
from tests.chat.talk import shows, taps
from tests.chat.test_manage import manages


async def test_saving_without_a_change_claims_none(town: Town) -> None:
    anna = await manages(town, await town.event())
    await taps(town, anna, "Перенести", "‹ К просмотру", "Сохранить")
    shows(anna, "Ничего не изменено.", "Управление")
    anna.does_not_see("Изменения сохранены")
