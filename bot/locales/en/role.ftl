# Roles of staff
role-admin = administrator
role-director = director
role-methodist = methodologist
role-librarian = librarian
role-at = { $role }, { $branch }
role-number = Colleague No. { $number }
role-rep-number = Representative No. { $number }
