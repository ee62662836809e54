"""What the bot is deployed with: as far as it can be tried without a container, it is."""

import asyncio
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from bot.settings import ENVIRONMENT, Health, Settings
from bot.vitals import Signs, Vitals

ROOT = Path(__file__).parents[1]
COMPOSE = ROOT / "docker-compose.yml"
DOCKERFILE = ROOT / "Dockerfile"
SERVICE = ROOT / "deploy" / "roundtable.service"
NGINX = ROOT / "deploy" / "nginx.conf"
MANUAL = ROOT / "docs" / "operating.md"
PROGRAM = "/opt/roundtable/.venv/bin/roundtable"
REPLICAS = ("bot-1", "bot-2", "bot-3")


def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))
    return found


def is_setting(name: str) -> bool:
    model: Any = Settings
    for part in name.removeprefix(ENVIRONMENT).lower().split("__"):
        if not (isinstance(model, type) and issubclass(model, BaseModel) and part in model.model_fields):
            return False
        model = model.model_fields[part].annotation
    return True


@pytest.mark.parametrize(
    "file", [COMPOSE, DOCKERFILE, SERVICE, ROOT / "docs" / "operating.md"], ids=lambda one: one.name
)
def test_every_setting_that_is_named_is_one(file: Path) -> None:
    named = set(re.findall(rf"{ENVIRONMENT}[A-Z_]+", file.read_text(encoding="utf-8")))
    assert [name for name in named if not is_setting(name)] == []


def test_the_manual_speaks_of_every_file_and_every_command() -> None:
    manual = MANUAL.read_text(encoding="utf-8")
    files = (
        "docker-compose.yml",
        "Dockerfile",
        "deploy/nginx.conf",
        "deploy/roundtable.service",
        "config.example.toml",
    )
    assert [one for one in files if one not in manual or not (ROOT / one).exists()] == []
    commands = {name or "" for name in re.findall(r"roundtable (copy|backup|restore|migrate|doctor)", manual)}
    assert commands == {"copy", "backup", "restore", "migrate", "doctor"}


def test_what_shows_that_something_is_defended_is_there() -> None:
    named = re.findall(r"`([\w/]+\.py)`", (ROOT / "SECURITY.md").read_text(encoding="utf-8"))
    assert len(named) > 15
    assert [one for one in named if not (ROOT / one).exists()] == []


def test_both_ways_of_running_it_are_whole() -> None:
    services, declared = compose()["services"], compose()["volumes"]
    for profile, expected in (("one", {"bot"}), ("many", {*REPLICAS, "migrate", "postgres", "redis", "nginx"})):
        chosen = {name: one for name, one in services.items() if profile in one["profiles"]}
        assert set(chosen) == expected
        for service in chosen.values():
            assert set(service.get("depends_on", [])) <= expected
    used = {one.split(":")[0] for service in services.values() for one in service.get("volumes", [])}
    assert {one for one in used if not one.startswith(".")} == set(declared)


@pytest.mark.parametrize("name", ["bot", *REPLICAS])
def test_a_bot_is_kept_on_a_short_rope(name: str) -> None:
    service = compose()["services"][name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "privileged" not in service


def test_only_nginx_is_reached_from_outside() -> None:
    services = compose()["services"]
    published = {name: one["ports"] for name, one in services.items() if "ports" in one}
    assert published == {"nginx": ["443:443"], "bot": ["127.0.0.1:8081:8081"]}
    assert {name for name in ("postgres", "redis") if "outside" in services[name]["networks"]} == set()


def test_the_image_is_nobodys_root_and_says_how_it_is() -> None:
    last = DOCKERFILE.read_text(encoding="utf-8").rpartition("FROM ")[2]
    assert re.search(r"^USER roundtable$", last, re.MULTILINE)
    assert re.search(r"^HEALTHCHECK", last, re.MULTILINE)
    assert "root" not in last.split("USER roundtable")[1]


async def test_the_health_check_of_the_image_tells_alive_from_dead(unused_tcp_port: int) -> None:
    found = re.search(r"HEALTHCHECK.*\n *CMD (\[.*\])", DOCKERFILE.read_text(encoding="utf-8"))
    assert found is not None
    command = [sys.executable, *json.loads(found[1].replace("8082", str(unused_tcp_port)))[1:]]
    silence = 0.0

    async def fine() -> None:
        """It answers."""

    async def nothing() -> bytes:
        return b""

    vitals = Vitals(Health(port=unused_tcp_port), Signs(lambda: silence, lambda: True, fine, nothing))
    await vitals.start()
    try:
        assert await _run(*command) == 0
        silence = 3600
        assert await _run(*command) == 1
    finally:
        await vitals.stop()
    assert await _run(*command) == 1


async def _run(*command: str) -> int:
    process = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.DEVNULL)
    return await process.wait()


@pytest.mark.skipif(not shutil.which("nginx") or not shutil.which("openssl"), reason="no nginx, or no openssl")
def test_nginx_takes_its_settings(tmp_path: Path) -> None:
    key, chain = tmp_path / "privkey.pem", tmp_path / "fullchain.pem"
    make = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=x", "-days", "1")
    subprocess.run((*make, "-keyout", key, "-out", chain), check=True, capture_output=True)
    text = re.sub(r"bot-[123]", "127.0.0.1", NGINX.read_text(encoding="utf-8"))
    text = text.replace("/etc/nginx/certs", str(tmp_path)).replace("/tmp/nginx.pid", str(tmp_path / "nginx.pid"))
    (tmp_path / "nginx.conf").write_text(text, encoding="utf-8")
    done = subprocess.run(("nginx", "-t", "-c", tmp_path / "nginx.conf"), capture_output=True, text=True, check=False)
    assert (done.returncode, "[warn]" in done.stderr) == (0, False), done.stderr


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd-analyze on this machine")
def test_the_unit_is_one(tmp_path: Path) -> None:
    """The program is not installed where the unit looks for it: something else stands in its place."""
    text = SERVICE.read_text(encoding="utf-8").replace(
        "/opt/roundtable/.venv/bin/roundtable", shutil.which("true") or ""
    )
    (tmp_path / "roundtable.service").write_text(text, encoding="utf-8")
    done = subprocess.run(
        ("systemd-analyze", "verify", tmp_path / "roundtable.service"), capture_output=True, text=True, check=False
    )
    assert "roundtable.service" not in done.stderr, done.stderr
