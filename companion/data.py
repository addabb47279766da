"""Where site knowledge and pages lie: in the checkout, or in the wheel's copy."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_root() -> Path:
    """Return the folder that holds `selectors/` and `fixtures/`.

    A checkout wins over the wheel's copy, so that a mended selector counts at once;
    an editable install has no copy at all.
    """
    checkout = _PACKAGE.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "selectors").is_dir():
        return checkout
    return _PACKAGE / "_data"


def selectors_dir() -> Path:
    """Return the folder of packs (`1688/`) and of sentences (`sentences/`)."""
    return data_root() / "selectors"


def fixtures_dir() -> Path:
    """Return the folder of saved and practice pages, one folder for each site."""
    return data_root() / "fixtures"
