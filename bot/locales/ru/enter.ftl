enter-ask-partner = За какую организацию вносим ответы?
enter-label-partner = Организация
enter-hint-partner = Выберите или напишите часть названия
enter-ask-source = Откуда ответы?
enter-label-source = Откуда
enter-option-paper = с бумаги
enter-option-phone = по телефону
enter-draft-unnamed = Ответы с бумаги или по телефону
enter-draft = Ответы с бумаги или по телефону: { $partner }
enter-done = Внесено: { $partner }, { $source ->
        [paper] с бумаги
       *[phone] по телефону
    }. Напоминать этой организации больше не будем.
enter-button-more = Внести ещё
