# Кто просит представлять организацию
asking-ask-organisation = Какую организацию вы представляете?
asking-label-organisation = Организация
asking-hint-organisation = Напишите часть названия или выберите. Если в списке её нет, напишите название целиком.
asking-option-other = Нет в списке
asking-ask-position = Кем вы там работаете?
asking-label-position = Должность
asking-hint-position = Как в визитке: «зам. директора по воспитательной работе». Можно пропустить.
asking-preview = <b>Просьба к библиотеке</b>
asking-new = Такой организации в списке нет: её внесут, когда просьбу подтвердят.
asking-button-send = Отправить
asking-draft = Просьба представлять организацию
asking-sent =
    <b>Отправлено.</b> Вы просите представлять: { $organisation }
    Сотрудники библиотеки проверят и ответят, я сообщу.
asking-list = <b>Просьбы представлять организацию</b>
    { $number ->
        [0] Все разобраны.
        [one] Ждёт ответа { $number } просьба.
        [few] Ждут ответа { $number } просьбы.
       *[other] Ждут ответа { $number } просьб.
    }
asking-request = <b>Просят представлять: { $organisation }</b>
asking-request-position = Должность: { $position }
asking-request-name = Имя: { $name }
asking-request-new = В списке партнёров её нет: подтвердите – внесу.
asking-request-similar = В списке есть похожие: выберите, если это одна из них.
asking-approved = Подтверждено.
asking-declined = Отклонено.
asking-toast-approved = Подтверждено, человеку сообщим
asking-toast-declined = Отклонено, человеку сообщим
asking-answer-yes = <b>Подтверждено.</b> Теперь вы представляете организацию: { $partner }
asking-answer-no = <b>Библиотека не подтвердила, что вы представляете: { $organisation }</b>
asking-answer-contact = Если это ошибка, свяжитесь с библиотекой: { $contact }
asking-button-approve = Подтвердить
asking-button-approve-new = Внести новую
asking-button-meant = Это { $partner }
asking-button-decline = Отклонить
asking-button-list = Все просьбы
asking-button-waiting = Просьбы: { $number }
