"""What librarians hand in: the journal of a period, and the plan for one."""
