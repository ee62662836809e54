common-apology = Something went wrong, and it is not your fault. Please try again; if that does not help, tell the library the number { $code }.
