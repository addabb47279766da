"""The committed schema is the one that the models make."""

from __future__ import annotations

from companion.data import selectors_dir
from companion.pack.schema import pack_schema, schema_file


def test_committed_schema_is_the_generated_one() -> None:
    """After a change of the models: `python -m companion.pack.schema`."""
    assert pack_schema() == schema_file().read_text(encoding="utf-8")


def test_every_file_of_the_pack_names_the_schema() -> None:
    """An editor finds the schema in the first line of each file."""
    for file in (selectors_dir() / "1688").glob("*.toml"):
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        assert "#:schema ../pack.schema.json" == first
