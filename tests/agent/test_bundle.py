"""The committed bundle is what its sources build: running it needs no Node."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import get_args

import pytest

from companion.agent.source import Bundle, bundle

_ROOT = Path(__file__).parents[2]
_AGENT = _ROOT / "companion" / "agent"
_TABLE = _ROOT / "selectors" / "spellings.json"  # built into the bundle
_SOURCES = (
    "src",
    "build.mjs",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    ".npmrc",
)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources with the pinned build tools installed."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("building the agent needs Node; running it does not")
    root = tmp_path_factory.mktemp("checkout")
    folder = root / _AGENT.relative_to(_ROOT)
    folder.mkdir(parents=True)
    table = root / _TABLE.relative_to(_ROOT)
    table.parent.mkdir()
    shutil.copy(_TABLE, table)
    for name in _SOURCES:
        copy = shutil.copytree if (_AGENT / name).is_dir() else shutil.copy
        copy(_AGENT / name, folder / name)
    if (_AGENT / "node_modules").is_dir():
        (folder / "node_modules").symlink_to(_AGENT / "node_modules")
    else:
        _run(folder, npm, "ci", "--no-audit", "--no-fund")
    return folder


@pytest.mark.timeout(300)
def test_the_bundles_are_built_from_their_sources(workshop: Path) -> None:
    """Building again gives the committed files, byte for byte."""
    _run(workshop, "npm", "run", "build")

    for name in get_args(Bundle):
        built = (workshop / "dist" / f"{name}.js").read_text(encoding="utf-8")
        assert bundle(name) == built, "run `npm run build` in companion/agent"


@pytest.mark.timeout(300)
def test_the_sources_pass_the_strict_compiler(workshop: Path) -> None:
    """The TypeScript compiler has nothing to say in its strictest mode."""
    _run(workshop, "npm", "run", "check")


def _run(folder: Path, *command: str) -> None:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False
    )
    assert 0 == done.returncode, done.stdout + done.stderr
