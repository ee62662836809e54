"""What is saved without a change claims none."""

from domain.partner import AgreementFields, RepFields
from domain.person_name import PersonName
from tests.chat.conftest import Town
from tests.chat.talk import says, shows, taps
from tests.chat.test_manage import manages


async def test_saving_without_a_change_claims_none(town: Town) -> None:
    anna = await manages(town, await town.event())
    await taps(town, anna, "Перенести", "‹ К просмотру", "Сохранить")
    shows(anna, "Ничего не изменено.", "Управление")
    anna.does_not_see("Изменения сохранены")


async def test_so_does_what_the_register_keeps(open_town: Town) -> None:
    anna, partner_id = open_town.anna, await open_town.partner("Колледж")
    member, now = await open_town.member(anna), open_town.now()
    await open_town.store.agreements.add(partner_id, AgreementFields("agreement", "5"), member.id, now)
    await open_town.store.partners.put_rep(partner_id, RepFields(PersonName("Котова"), "директор"), member.id, now)
    for way in ((), ("Договоры", "1. № 5"), ("Представители", "Котова")):
        await says(open_town, anna, "/partners")
        await taps(open_town, anna, "Колледж", *way, "Изменить", "‹ К просмотру", "Сохранить")
        shows(anna, "Ничего не изменено.")
    anna.does_not_see("Изменения сохранены")
