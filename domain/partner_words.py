"""The words of spreadsheets of the register: headings, sectors, kinds, grades; the first of each is what is written."""

from collections.abc import Iterable, Mapping

from domain.partner import Grade

ORGANISATION: dict[str, tuple[str, ...]] = {
    "name": (
        "Организация",
        "Полное наименование",
        "Полное название",
        "Полное наименование организации",
        "Наименование организации",
        "Название организации",
        "Наименование",
        "Название",
        "Партнёр",
        "Партнёры",
        "Организации",
        "Учреждение",
        "Наименование учреждения",
        "Название учреждения",
        "Полное наименование учреждения",
        "Наименование партнёра",
        "Название партнёра",
        "Социальный партнёр",
        "Организация-партнёр",
        "Наименование организации-партнёра",
        "Наименование социального партнёра",
        "Социальные партнёры",
        "Учреждение, организация",
        "Организация, учреждение",
        "Учреждение/организация",
        "Организация/учреждение",
        "Контрагент",
        "Organisation",
        "Organization",
        "Partner",
        "Name",
    ),
    "short_name": ("Краткое название", "Краткое наименование", "Сокращённое наименование", "Кратко", "Short name"),
    "aliases": ("Также называют", "Другие названия", "Варианты названия", "Варианты", "Aliases", "Also called"),
    "sector": ("Сфера", "Сфера деятельности", "Отрасль", "Sector"),
    "kind": ("Вид", "Вид организации", "Тип организации", "Тип", "Kind"),
    "legal_form": ("Форма", "Правовая форма", "Организационно-правовая форма", "ОПФ", "Legal form"),
    "address": ("Адрес", "Адрес организации", "Юридический адрес", "Фактический адрес", "Почтовый адрес", "Address"),
    "site": ("Сайт", "Официальный сайт", "Адрес сайта", "Site", "Website", "Web site"),
    "phone": (
        "Телефон",
        "Телефоны",
        "Телефон организации",
        "Тел.",
        "Номер телефона",
        "Контактный телефон",
        "Контактные телефоны",
        "Рабочий телефон",
        "Телефон/факс",
        "Тел./факс",
        "Телефон, факс",
        "Phone",
    ),
    "email": (
        "Почта",
        "Электронная почта",
        "Эл. почта",
        "Эл.почта",
        "Эл. адрес",
        "Электронный адрес",
        "Адрес эл. почты",
        "Адрес электронной почты",
        "E-mail",
        "Email",
        "Mail",
        "Почта организации",
    ),
    "notes": ("Заметки", "Примечание", "Примечания", "Комментарий", "Notes"),
    "grade": ("Регулярность", "Основа", "Постоянство", "Grade"),
    "branches": ("Библиотеки", "Библиотека", "Филиалы", "Филиал", "Libraries", "Branches"),
}
PERSON: dict[str, tuple[str, ...]] = {
    "last_name": ("Фамилия", "Last name", "Surname"),
    "first_name": ("Имя", "Имя или инициалы", "First name"),
    "patronymic": ("Отчество", "Patronymic", "Middle name"),
    "full_name": (
        "ФИО",
        "Ф.И.О.",
        "Фамилия, имя, отчество",
        "Фамилия Имя Отчество",
        "Ф.И.О. представителя",
        "Ф.И.О. контактного лица",
        "ФИО представителя",
        "Представитель",
        "Контактное лицо",
        "ФИО контактного лица",
        "Контакт",
        "ФИО, должность",
        "ФИО и должность",
        "Ф.И.О., должность",
        "Ф.И.О. и должность",
        "Должность, ФИО",
        "Должность и ФИО",
        "Должность, Ф.И.О.",
        "Представитель, должность",
        "Контактное лицо, должность",
        "Руководитель",
        "ФИО руководителя",
        "Ф.И.О. руководителя",
        "Руководитель, должность",
        "ФИО директора",
        "Директор",
        "Ответственный",
        "Ответственное лицо",
        "ФИО ответственного",
        "Координатор",
        "Full name",
        "Representative",
        "Contact",
        "Contact person",
    ),
    "position": ("Должность", "Должность представителя", "Position", "Job title"),
    "clergy_rank": ("Сан", "Духовный сан", "Clergy rank"),
    "salutation": ("Обращение", "Salutation", "Form of address"),
    "rep_phone": ("Телефон представителя", "Телефон контактного лица", "Мобильный телефон", "Contact phone"),
    "rep_email": ("Почта представителя", "E-mail представителя", "Contact e-mail", "Contact email"),
    "is_primary": ("Основной", "Основной представитель", "Основное контактное лицо", "Primary"),
}
MIXED: dict[str, tuple[str, ...]] = {
    "contacts": (
        "Контакты",
        "Контактные данные",
        "Контактная информация",
        "Координаты",
        "Телефон, e-mail",
        "Телефон, email",
        "Телефон, электронная почта",
        "Телефон, эл. почта",
        "Телефон, почта",
        "Телефон и электронная почта",
        "Телефон/e-mail",
        "Адрес, телефон",
        "Адрес и телефон",
        "Адрес, телефон, e-mail",
        "Адрес, контакты",
        "ФИО, телефон",
        "Контактное лицо, телефон",
        "Contacts",
    )
}
COLUMNS = ORGANISATION | PERSON | MIXED
READ_ONLY = ("full_name",)
"""Columns that are understood and never written: a name is written by its parts."""
NAMES = ("last_name", "full_name")
"""Columns that name a person."""
MAY_NAME = (*NAMES, "contacts")
"""Columns that may name one."""
SEVERAL = ("phone", "email", "rep_phone", "rep_email", "contacts")
"""Columns whose cells may hold several values, and of which there may be several."""
NUMBERING = ("№", "№ п/п", "№ п.п", "№п/п", "n", "n п/п", "п/п", "№ пп", "номер", "#", "no")
"""Headings of columns that only count the rows."""
NOTHING = ("нет", "нет данных", "не указано", "не указан", "отсутствует", "н/д", "б/н", "нет сведений", "none", "n/a")
"""What people write into cells of which they know nothing."""

SECTORS: dict[str, tuple[str, ...]] = {
    "education": ("образование", "education"),
    "healthcare": ("здравоохранение", "медицина", "healthcare"),
    "culture": ("культура и искусство", "культура", "искусство", "culture"),
    "media": ("средства массовой информации", "сми", "media"),
    "religious": ("религиозная организация", "православная организация", "религия", "religious"),
    "ngo": ("общественная организация", "нко", "общественные организации", "ngo"),
    "social_rehab": (
        "социальная защита, реабилитация",
        "социальная защита",
        "социальное обслуживание",
        "реабилитация",
        "соцзащита",
        "social_rehab",
        "social care",
    ),
    "government": ("органы власти", "власть", "органы власти, учреждения города", "government"),
    "business": ("бизнес", "business"),
    "other": ("другое", "прочее", "other"),
}
GRADES: dict[str, tuple[str, ...]] = {
    Grade.PERMANENT: ("постоянно", "постоянная", "постоянный", "на постоянной основе", "permanent"),
    Grade.PERIODIC: ("периодически", "периодическая", "периодический", "на периодической основе", "periodic"),
    Grade.ONE_OFF: ("разово", "разовая", "разовый", "на разовой основе", "one_off", "one-off"),
}
KINDS: dict[str, tuple[str, ...]] = {
    "kindergarten": ("детский сад", "доу"),
    "music_school": ("музыкальная школа", "дмш"),
    "art_school": ("школа искусств", "дши", "художественная школа"),
    "creative_centre": ("дом творчества", "дворец творчества"),
    "education_centre": ("центр развития образования", "методический центр"),
    "school": ("школа", "гимназия", "лицей"),
    "college": ("колледж", "техникум"),
    "university": ("вуз", "университет", "институт"),
    "prevention_centre": ("центр медицинской профилактики",),
    "dispensary": ("диспансер",),
    "polyclinic": ("поликлиника",),
    "hospital": ("больница",),
    "rehab_centre": ("реабилитационный центр",),
    "elderly_unit": ("учреждение для пожилых", "отделение для пожилых"),
    "children_help": ("центр помощи детям",),
    "social_centre": ("центр социального обслуживания", "социальный центр"),
    "culture_house": ("дом культуры", "дк", "дворец культуры"),
    "museum": ("музей",),
    "theatre": ("театр",),
    "archive": ("архив",),
    "library": ("библиотека",),
    "radio": ("радио",),
    "television": ("телевидение",),
    "newspaper": ("газета",),
    "online_media": ("сетевое издание", "портал"),
    "sunday_school": ("воскресная школа",),
    "diocese_unit": ("отдел епархии", "епархия"),
    "parish": ("приход", "храм"),
    "religious_society": ("религиозное общество", "православное общество"),
    "veterans": ("совет ветеранов",),
    "disabled": ("общество инвалидов",),
    "local_history": ("краеведческий клуб", "краеведы"),
    "fund": ("фонд",),
    "volunteers": ("волонтёры",),
    "association": ("объединение", "общество", "союз", "ассоциация"),
    "administration": ("администрация",),
    "council": ("дума", "совет депутатов"),
    "department": ("управление", "отдел", "департамент"),
    "youth_centre": ("молодёжный центр",),
    "tax": ("налоговая служба",),
    "police": ("правоохранительные органы", "полиция", "прокуратура"),
    "publisher": ("издательство",),
    "bookshop": ("книжный магазин",),
    "printer": ("типография",),
    "company": ("предприятие", "компания"),
}
YES = ("да", "основной", "+", "1", "x", "х", "v", "yes", "true")
NO = ("нет", "-", "–", "0", "заместитель", "no", "false")


def plain(words: str) -> str:
    """The words as they are compared: small letters, «ё» as «е», one space, nothing unseen or decorative around."""
    cleaned = words.replace("\ufeff", "").replace("\u00ad", "").casefold().replace("ё", "е")
    return " ".join(cleaned.split()).strip(" :*.\u200b")


def by_word(words: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """What each word means; ids mean themselves."""
    known = {plain(word): key for key, those in words.items() for word in those}
    return {plain(key): key for key in words} | known


def heading(column: str) -> str:
    """The heading that is written above a column."""
    return COLUMNS[column][0]
