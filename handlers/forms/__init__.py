"""The form runner: asks the questions of any form, one a screen. It knows none of the forms it runs."""
