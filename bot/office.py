"""Papers as PDF, where LibreOffice is installed: it works in a process of its own, with a profile that goes with it."""

import asyncio
import os
import shutil
import signal
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import structlog

from domain.refusal import Refusal

PROGRAMS = ("soffice", "libreoffice")
MOST_SECONDS = 60

SETTING = '<item oor:path="/org.openoffice.Office.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
SETTINGS = (
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Writer/Content/Update", "Link", "2"),
)
"""Nothing is fetched that a paper names: no picture of another file or address, no other document."""
PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    f"{''.join(SETTING.format(*one) for one in SETTINGS)}</oor:items>"
)

log = structlog.get_logger()


def office_program() -> str | None:
    """Where it is; None where it is not installed."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


class Office:
    """One paper at a time; the others wait for their turn."""

    def __init__(self, program: str) -> None:
        self._program = program
        self._turn = asyncio.Lock()

    async def pdf(self, paper: bytes) -> bytes:
        """A DOCX as PDF; `Refusal` ("papers-no-pdf") if it took too long, or came to nothing."""
        async with self._turn:
            with TemporaryDirectory(prefix="roundtable-paper-", ignore_cleanup_errors=True) as folder:
                return await self._convert(paper, Path(folder))

    async def _convert(self, paper: bytes, folder: Path) -> bytes:
        (folder / "paper.docx").write_bytes(paper)
        (folder / "profile" / "user").mkdir(parents=True)
        (folder / "profile" / "user" / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
        process = await asyncio.create_subprocess_exec(
            self._program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf", "--outdir", str(folder)),
            str(folder / "paper.docx"),
            env={"PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder)},  # and nothing that is secret
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            async with asyncio.timeout(MOST_SECONDS):
                await process.wait()
        except TimeoutError:
            log.error("paper-pdf-too-long")
        finally:
            await _end(process)
        made = folder / "paper.pdf"
        if process.returncode or not made.exists():
            raise Refusal("papers-no-pdf")
        return made.read_bytes()


async def _end(process: asyncio.subprocess.Process) -> None:
    """It starts others of its own: all of them end."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    await process.wait()
