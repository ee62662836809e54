"""What pyxform calls the kinds of rows, and what we call them."""

KIND_OF = {
    "string": "text",
    "text": "text",
    "int": "integer",
    "integer": "integer",
    "decimal": "decimal",
    "range": "range",
    "date": "date",
    "time": "time",
    "datetime": "datetime",
    "select one": "select_one",
    "select all that apply": "select_multiple",
    "note": "note",
    "calculate": "calculate",
    "trigger": "acknowledge",
    "acknowledge": "acknowledge",
    "barcode": "barcode",
    "photo": "image",
    "image": "image",
    "file": "file",
    "geopoint": "geopoint",
    "group": "group",
    "repeat": "repeat",
}
NOTHING = "''"
METADATA = {
    "start": "once(now())",
    "end": "now()",
    "today": "today()",
    **dict.fromkeys(
        "deviceid username simserial subscriberid phonenumber email audit uri:deviceid uri:username uri:phonenumber "
        "uri:email uri:simserial uri:subscriberid start-geopoint background-audio background-geopoint".split(),
        NOTHING,
    ),
}
"""Rows by which an application notes something by itself: no questions. What they are here, for who asks them: we know
the time, and nothing of anybody's telephone."""
