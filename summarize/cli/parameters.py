"""Arguments and options that commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Length(StrEnum):
    """How long a condensation is."""

    short = "short"
    normal = "normal"
    long = "long"


class Format(StrEnum):
    """What a note is written as."""

    md = "md"
    json = "json"
    html = "html"
    docx = "docx"
    txt = "txt"
    jsonld = "jsonld"


class Table(StrEnum):
    """What scores and divisions are printed as."""

    table = "table"
    json = "json"


Sources = Annotated[
    list[str], typer.Argument(help="A file, - for standard input, or an http(s) address.")
]
Source = Annotated[str, typer.Argument(help="A file, - for standard input, or an http(s) address.")]
Model = Annotated[
    str,
    typer.Option(
        "--model",
        "-m",
        envvar="PKSUM_MODEL",
        help="verbatim, a bundled model, a folder, or hub:ORG/NAME[@REVISION].",
    ),
]
Words = Annotated[
    Length,
    typer.Option("--length", envvar="PKSUM_LENGTH", help="8-20, 12-45 or 30-80 words a point."),
]
Device = Annotated[
    str, typer.Option("--device", envvar="PKSUM_DEVICE", help="auto, cpu, cuda[:N] or mps.")
]
Engine = Annotated[
    str,
    typer.Option(
        "--engine",
        envvar="PKSUM_ENGINE",
        help="auto, torch or onnx, for the bundled model; a batch also takes ray.",
    ),
]
Offline = Annotated[
    bool, typer.Option("--offline", envvar="PKSUM_OFFLINE", help="Make no network request.")
]
Seed = Annotated[
    int, typer.Option("--seed", envvar="PKSUM_SEED", help="Recorded in the note; nothing is drawn.")
]
Prompt = Annotated[
    Path | None,
    typer.Option("--prompt", envvar="PKSUM_PROMPT", help="A prompt file, for instruct models."),
]
Pickle = Annotated[
    bool,
    typer.Option(
        "--allow-pickle",
        envvar="PKSUM_ALLOW_PICKLE",
        help="Load pickled weights too; they can run code.",
    ),
]
Strict = Annotated[
    bool,
    typer.Option(
        "--strict", envvar="PKSUM_STRICT", help="Quote the source wherever anything is found."
    ),
]
Repair = Annotated[
    bool,
    typer.Option(
        "--repair/--no-repair",
        envvar="PKSUM_REPAIR",
        help="Mend or replace what fails a check, or show the model's words with the findings.",
    ),
]
Speaker = Annotated[
    str | None,
    typer.Option("--speaker", help="Of a record, only the statements of this speaker or State."),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="A file, or a folder for several notes.")
]
NoteFormats = Annotated[
    list[Format] | None,
    typer.Option(
        "--format",
        "-f",
        envvar="PKSUM_FORMAT",
        help="md (the default), json, html, docx, txt or jsonld; more than one into a folder.",
    ),
]
TemplateFile = Annotated[
    Path | None,
    typer.Option(
        "--template", help="Your own .html.j2, .md.j2 or .txt.j2, or a .docx whose styles to use."
    ),
]
Show = Annotated[bool, typer.Option("--open", help="Show the note as a page in the browser.")]
TableFormat = Annotated[Table, typer.Option("--format", "-f", help="table or json.")]
Force = Annotated[
    bool, typer.Option("--force", help="Also replace output files that are not pksum's.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", envvar="PKSUM_QUIET", help="No progress.")]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", envvar="PKSUM_VERBOSE", help="Say what is being done.")
]
