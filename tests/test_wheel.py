"""What is installed is the wheel, not the checkout: it must hold everything that it needs to run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOOK = """
import bot, bot.texts, sandbox.server, zoneinfo
from bot.holidays import load_calendar
from bot.sample import Sample
from domain.partner_kinds import legal_forms, partner_kinds
print(bot.__file__)
assert partner_kinds() and legal_forms()
assert load_calendar().years and Sample.read().data["people"]
assert bot.texts.Texts(zoneinfo.ZoneInfo("Europe/Moscow"))("ru").plain("cli-imported")
from bot.consents import load_consents
from bot.web.render import TEMPLATES
from bot.web.site import STATIC
assert len(load_consents("", ("ru",)).texts) == 6
assert (TEMPLATES / "base.html").exists() and (STATIC / "pages.css").exists()
assert (sandbox.server.PAGE / "main.js").exists()
"""


def run(*command: str, folder: Path, installed: Path) -> str:
    environment = os.environ | {"PYTHONPATH": str(installed)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.long
def test_the_wheel_runs_away_from_the_checkout(tmp_path: Path) -> None:
    built, installed, empty = tmp_path / "built", tmp_path / "installed", tmp_path / "empty"
    empty.mkdir()
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    run(*pip, "wheel", str(ROOT), "--no-deps", "--no-build-isolation", "-w", str(built), folder=empty, installed=empty)
    [wheel] = built.glob("roundtable-*.whl")
    run(*pip, "install", "--no-deps", "--target", str(installed), str(wheel), folder=empty, installed=empty)
    assert run(sys.executable, "-c", LOOK, folder=empty, installed=installed).startswith(str(installed))
    run(sys.executable, "-m", "bot", "migrate", folder=empty, installed=installed)
    assert (empty / "roundtable.db").exists()
