"""Values that are kept as programs call them, with the keys of the words that people read, by the field's name."""

from collections.abc import Mapping

from domain.life import Status
from handlers.handing_in.words import AGES, MODES
from handlers.joint.words import PARTS, THINGS
from handlers.partners.words import GRADE_NAMES, KIND_NAMES, SECTOR_NAMES, TYPE_NAMES
from handlers.view import FORM_NAMES

FIELD_WORDS: Mapping[str, Mapping[str, str]] = {
    "status": {str(one): f"audit-status-{one}" for one in Status},
    "mode": {str(mode): key for mode, key in MODES.items()},
    "target_age": AGES,
    "form": FORM_NAMES,
    "sector": SECTOR_NAMES,
    "kind": KIND_NAMES,
    "grade": {str(grade): key for grade, key in GRADE_NAMES.items()},
    "type": TYPE_NAMES,
    "part": {str(part): key for part, key in PARTS.items()},
    "brings": THINGS,
}
