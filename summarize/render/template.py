"""Templates of the user's own: checked before any note is made, rendered in a sandbox.

A template sees one name, ``note`` (``summarize.render.view``; ``docs/templates.md`` lists its
fields), and can neither change it nor reach beyond it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from summarize.errors import UsageError
from summarize.records import Note
from summarize.render.compose import compose
from summarize.render.html import CONTROL
from summarize.render.seal import UNSEALED, seal
from summarize.render.text import wrap
from summarize.render.typography import NO_BREAK

if TYPE_CHECKING:
    from jinja2 import Environment, Template

SEALS: Final = {
    "html": f"<!-- pksum seal {UNSEALED} -->",
    "md": f"<!-- pksum seal {UNSEALED} -->",
    "txt": f"pksum seal {UNSEALED}",
}
"""The last line of a note, by format."""

NAMES: Final = frozenset({"note"})
"""What a template may use; besides it, the filters of Jinja2, ``wrap`` and ``md``."""


@dataclass(frozen=True)
class UserTemplate:
    """A template that was read and checked; ``form`` is the format that it makes.

    For "docx" there is no template text: ``path`` is a document whose styles, header, footer and
    page are used.
    """

    path: Path
    form: str
    template: Template | None = None

    def render(self, note: Note) -> str | bytes:
        """The note as this template sets it, sealed.

        Raises:
            UsageError: the template uses a field that there is not, or fails.
        """
        if self.template is None:
            from summarize.render.docx import to_docx

            return to_docx(note, self.path)
        text = _rendered(self.template, self.path, note)
        if self.form == "txt":
            text = text.replace(NO_BREAK, " ")
        clean = CONTROL.sub("\ufffd", text.replace("\r", "")).strip()
        return seal(f"{clean}\n\n{SEALS[self.form]}\n")


def load_template(path: Path) -> UserTemplate:
    """The template in ``path``: "NAME.html.j2", "NAME.md.j2", "NAME.txt.j2" or "NAME.docx".

    Raises:
        UsageError: it cannot be read, is no template, or uses a name that there is not.
    """
    if path.suffix == ".docx":
        from summarize.render.docx import open_ground

        open_ground(path)
        return UserTemplate(path, "docx")
    form = Path(path.stem).suffix.removeprefix(".")
    if path.suffix != ".j2" or form not in SEALS:
        raise UsageError(
            f"'{path}' is no template: name it .html.j2, .md.j2 or .txt.j2, or give a .docx"
        )
    return UserTemplate(path, form, _load(path, form))


def _load(path: Path, form: str) -> Template:
    from jinja2 import TemplateSyntaxError, meta

    environment = _environment(path.parent, form)
    try:
        text = path.read_text("utf-8")
        unknown = meta.find_undeclared_variables(environment.parse(text)) - NAMES
        template = environment.from_string(text)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the template '{path}' cannot be read as UTF-8 text") from error
    except TemplateSyntaxError as error:
        raise UsageError(f"'{path}', line {error.lineno}: {error.message}") from error
    if unknown:
        names = ", ".join(f"'{name}'" for name in sorted(unknown))
        raise UsageError(f"the template '{path}' uses {names}; a template knows only 'note'")
    return template


def _rendered(template: Template, path: Path, note: Note) -> str:
    from jinja2 import TemplateError

    try:
        return template.render(note=compose(note))
    except TemplateError as error:  # its message names fields and files, no statement text
        raise UsageError(f"the template '{path}' fails: {error.message}") from error
    except (TypeError, ValueError, ArithmeticError, LookupError) as error:
        raise UsageError(f"the template '{path}' fails: {type(error).__name__}") from error


def _environment(folder: Path, form: str) -> Environment:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from summarize.render.markdown import escape

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder),
        autoescape=form == "html",
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["wrap"] = wrap
    environment.filters["md"] = escape
    return environment
