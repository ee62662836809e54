"""Files: what may be uploaded, what an id stands for, and what may be downloaded again."""

from pathlib import PurePath
from typing import Any

from sandbox.errors import ApiError, bad
from sandbox.pictures import kind_of_picture, size_of_picture
from sandbox.shapes import Json, document_body, photo_body
from sandbox.world import World

MOST_PHOTO = 10 * 1024 * 1024
MOST_UPLOAD = 50 * 1024 * 1024
MOST_DOWNLOAD = 20 * 1024 * 1024
PATH_SECONDS = 3600
"""For so long a path is promised to lead to its file; here not a second longer."""
MOST_SIDES = 10_000
MOST_RATIO = 20
MEDIA = {"photo": photo_body, "document": document_body}


def file_of(world: World, value: Any, kind: str) -> str:
    """The id of the file that a call brings or names, as a `photo` or a `document`."""
    if not value:
        raise bad(f"there is no {kind} in the request")
    if isinstance(value, tuple):
        name, data = value
        _check_upload(data, kind)
        return world.add_file(kind, name or kind, data)
    return known_file(world, value, kind)


def known_file(world: World, file_id: Any, kind: str) -> str:
    """The id, if it stands for a file of that kind."""
    if file_id not in world.files:
        raise bad("wrong file identifier/HTTP URL specified")
    stands_for = str(file_id).partition("-")[0]
    if stands_for != kind:
        raise bad(f"can't use file of type {stands_for.capitalize()} as {kind.capitalize()}")
    return str(file_id)


def media_of(world: World, media: Json, *, inline: bool = False) -> Json:
    """The picture or document of an `InputMedia`; `inline`: of a message that only knows files sent before."""
    kind = media.get("type")
    if kind not in MEDIA:
        raise _unreadable(f'type "{kind}" is unsupported' if kind else 'Can\'t find field "type"')
    if not media.get("media"):
        raise _unreadable("media not found")
    if inline and isinstance(media["media"], tuple):
        raise bad("invalid message content specified")
    find = known_file if inline else file_of
    return MEDIA[kind](world.files, find(world, media["media"], kind))


def _unreadable(why: str) -> ApiError:
    return bad(f"can't parse InputMedia: {why}")


async def get_file(world: World, params: Json) -> Json:
    file_id = params.get("file_id")
    if not file_id:
        raise bad("file_id not specified")
    if file_id not in world.files:
        raise bad("invalid file_id")
    name, data = world.files[file_id]
    if len(data) > MOST_DOWNLOAD:
        raise bad("file is too big")
    path = f"{str(file_id).partition('-')[0]}s/file_{world.next('path')}{PurePath(name).suffix}"
    world.paths[path] = (file_id, world.seconds + PATH_SECONDS)
    return {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": len(data), "file_path": path}


def file_at(world: World, path: str) -> bytes | None:
    """The file of that path, as long as it leads anywhere."""
    file_id, until = world.paths.get(path, ("", 0))
    return world.files[file_id][1] if world.seconds <= until else None


def _check_upload(data: bytes, kind: str) -> None:
    if len(data) > MOST_UPLOAD:
        raise ApiError(413, "Request Entity Too Large")
    if not data:
        raise bad("file must be non-empty")
    if kind == "photo":
        _check_photo(data)


def _check_photo(data: bytes) -> None:
    if len(data) > MOST_PHOTO:
        raise bad(f"file of size {len(data)} bytes is too big for a photo; the maximum size is {MOST_PHOTO} bytes")
    if kind_of_picture(data) is None:
        raise bad("IMAGE_PROCESS_FAILED")
    width, height = size_of_picture(data)
    if width + height > MOST_SIDES or max(width, height) > MOST_RATIO * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")
