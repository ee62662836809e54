# Роли сотрудников
role-admin = администратор
role-director = директор
role-methodist = методист
role-librarian = библиотекарь
role-at = { $role }, { $branch }
role-number = Сотрудник № { $number }
role-rep-number = Представитель № { $number }
