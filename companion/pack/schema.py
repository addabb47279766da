"""The JSON schema of a pack's files, for editors: `python -m companion.pack.schema`."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic.json_schema import models_json_schema

from companion.data import selectors_dir
from companion.pack.after import KeywordsFile, PhrasesFile, TasksFile
from companion.pack.glossary import GlossaryFile
from companion.pack.help import HelpFile
from companion.pack.models import PageFile
from companion.pack.notices import NoticeFile
from companion.pack.site import JourneyFile, SiteFile


def schema_file() -> Path:
    """Where the committed schema lies."""
    return selectors_dir() / "pack.schema.json"


def pack_schema() -> str:
    """The schema as JSON text; a file of a pack is one of its kinds."""
    kinds = (
        PageFile,
        SiteFile,
        JourneyFile,
        HelpFile,
        NoticeFile,
        GlossaryFile,
        TasksFile,
        PhrasesFile,
        KeywordsFile,
    )
    refs, schema = models_json_schema(
        [(kind, "validation") for kind in kinds], by_alias=True, title="Pack"
    )
    schema["anyOf"] = [refs[kind, "validation"] for kind in kinds]
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    schema_file().write_text(pack_schema(), encoding="utf-8", newline="\n")
