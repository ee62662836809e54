from tests.house import House
from datetime import timedelta
from domain.event import EventFields


async def test_first(house: House) -> None:
    anna = house.box.person("Анна Ветрова")
    olga = house.box.person("Ольга Котова")
    librarian = await house.employs(anna)
    await anna.says("/start")
    await anna.sees("")
    await house.app.store.events.publish(
        EventFields("«Вечер»", house.now + timedelta(days=30), "6+", capacity=2), librarian, house.now
    )
    await olga.says("/start e1")
    await olga.sees("")
    await house.box.settled()
    import asyncio

    await asyncio.sleep(1)
    print(anna.transcript())
    print(olga.transcript())
