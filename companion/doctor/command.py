"""`companion doctor` as one run: look, tell, and write the report."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from companion.cli.printer import tell
from companion.doctor.examine import examine
from companion.doctor.report import Report
from companion.errors import CompanionError
from companion.sentences import Sentences


@dataclass(frozen=True)
class Options:
    """`json`: a file, or `-` for stdout; `offline`: leave the network alone."""

    json: str | None
    offline: bool
    lang: str


class ReportNotWritable(CompanionError):
    """The file for the report cannot be written: bad usage."""

    exit_code = 2


def run(options: Options) -> int:
    """Look and tell; 0 when nothing stands in the way, else 1.

    Raises ReportNotWritable.
    """
    tell("doctor.looking_now")
    examination = examine(offline=options.offline)
    report = Report(examination, Sentences(options.lang))
    if options.json == "-":
        print(_json(report))
    else:
        print(report.text())
        if options.json is not None:
            _write(Path(options.json), _json(report))
    return 0 if examination.sound else 1


def _json(report: Report) -> str:
    return json.dumps(report.as_json(), ensure_ascii=False, indent=2)


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text + "\n", encoding="utf-8")
    except OSError:
        raise ReportNotWritable("doctor.not_writable", path=file) from None
