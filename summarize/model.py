"""Find a model, say what it is, and choose the device it runs on.

Weights are read as safetensors unless the caller allows pickles; code that comes with a model is
never run; nothing is asked of the network unless the caller names a hub model.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from summarize.data_files import data_folder
from summarize.errors import ModelError, UsageError

if TYPE_CHECKING:
    import torch

HUB: Final = "hub:"
SAFE_FILES: Final = ("*.safetensors", "*.json", "*.model", "*.txt", "*.jinja", "README.md")
PICKLES: Final = ("*.bin",)
CHUNK: Final = 1 << 20
CARD_HEADER: Final = re.compile(r"\s*---\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)


@dataclass(frozen=True)
class ModelFolder:
    """A model on disk: its name as the user gave it, where it lies, and its hub revision."""

    name: str
    path: Path
    revision: str | None = None


def bundled_models() -> tuple[str, ...]:
    """The names of the models that come with the package."""
    folder = data_folder("models")
    return tuple(sorted(p.name for p in folder.iterdir() if (p / "config.json").is_file()))


def find_model(name: str, *, offline: bool = False, allow_pickle: bool = False) -> ModelFolder:
    """The folder of the model called ``name``: bundled, on disk, or fetched from the hub.

    Args:
        name: a bundled model's name, a folder, or ``hub:ORG/NAME[@REVISION]``.
        offline: take a hub model only from this machine's cache.
        allow_pickle: accept weights that are not safetensors.

    Raises:
        ModelError: there is no such model here, or it cannot be fetched or trusted.
    """
    if name.startswith(HUB):
        found = _fetch(name, offline=offline, allow_pickle=allow_pickle)
    else:
        found = _find_local(name)
    _check_folder(found, allow_pickle=allow_pickle)
    return found


def _find_local(name: str) -> ModelFolder:
    if name in bundled_models():
        return ModelFolder(name, data_folder("models") / name)
    path = Path(name).expanduser()
    if path.is_dir():
        return ModelFolder(path.resolve().name, path.resolve())
    known = ", ".join((*bundled_models(), "verbatim"))
    raise ModelError(
        f"no model '{name}' here: give one that comes with pksum ({known}), a folder, "
        f"or hub:ORG/NAME for one from the Hugging Face hub"
    )


def _fetch(name: str, *, offline: bool, allow_pickle: bool) -> ModelFolder:
    repository, _, revision = name.removeprefix(HUB).partition("@")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import (
        GatedRepoError,
        HFValidationError,
        LocalEntryNotFoundError,
        RepositoryNotFoundError,
        RevisionNotFoundError,
    )

    patterns = [*SAFE_FILES, *(PICKLES if allow_pickle else ())]
    try:
        folder = snapshot_download(
            repository, revision=revision or None, allow_patterns=patterns, local_files_only=offline
        )
    except HFValidationError as error:
        raise ModelError(f"'{name}' is no hub name; write hub:ORG/NAME[@REVISION]") from error
    except GatedRepoError as error:
        raise ModelError(
            f"'{repository}' is gated: accept its terms on the hub and run 'hf auth login'"
        ) from error
    except RevisionNotFoundError as error:
        raise ModelError(f"'{repository}' has no revision '{revision}'") from error
    except RepositoryNotFoundError as error:
        raise ModelError(
            f"the hub has no model '{repository}', or it is private: check the name, "
            f"or run 'hf auth login'"
        ) from error
    except LocalEntryNotFoundError as error:
        raise ModelError(_unreachable(repository, offline=offline)) from error
    except (OSError, RuntimeError) as error:  # the hub's client wraps network faults in either
        raise ModelError(_unreachable(repository, offline=False)) from error
    path = Path(folder)
    return ModelFolder(name, path, path.name)


def _unreachable(repository: str, *, offline: bool) -> str:
    if offline:
        return f"'{repository}' is not in this machine's cache: run once without --offline"
    return (
        f"'{repository}' cannot be fetched: no connection to the hub. Connect, or copy the model "
        f"here and give its folder, or use --model verbatim"
    )


def _check_folder(model: ModelFolder, *, allow_pickle: bool) -> None:
    if not (model.path / "config.json").is_file():
        raise ModelError(f"'{model.name}' is no model folder: it has no config.json")
    if any(model.path.glob("*.safetensors")):
        return
    if not any(model.path.glob("*.bin")):
        raise ModelError(f"'{model.name}' has no weights: no .safetensors file in its folder")
    if not allow_pickle:
        raise ModelError(
            f"'{model.name}' has pickled weights only, which can run code when loaded: "
            f"convert them to safetensors, or give --allow-pickle if you trust their maker"
        )


def weights_sha256(folder: Path) -> str:
    """The SHA-256 of a folder's weight file; of several, that of their digests in order of name."""
    paths = sorted((*folder.glob("*.safetensors"), *folder.glob("*.bin")))
    digests = [_sha256(path) for path in paths]
    return (
        digests[0] if len(digests) == 1 else hashlib.sha256("".join(digests).encode()).hexdigest()
    )


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    for block in _blocks(path):
        digest.update(block)
    return digest.hexdigest()


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(CHUNK):
            yield block


def card_languages(folder: Path) -> tuple[str, ...]:
    """The ISO 639-1 codes that the folder's model card names; empty where it names none.

    Raises:
        ModelError: there is a card but its header is not valid.
    """
    path = folder / "README.md"
    if not path.is_file():
        return ()
    import yaml  # the hub's client reads cards too, and takes longer to import than a note to make

    header = CARD_HEADER.match(path.read_text(encoding="utf-8"))
    try:
        fields: Any = yaml.safe_load(header[1]) if header else {}
    except yaml.YAMLError as error:
        raise ModelError(f"the model card in '{folder.name}' has a broken header") from error
    languages = fields.get("language") if isinstance(fields, dict) else None
    if isinstance(languages, str):
        return (languages,)
    return tuple(str(code) for code in languages or ())


def choose_device(wanted: str = "auto") -> str:
    """The device to run on: "cpu", "cuda", "cuda:N" or "mps". The one place where it is chosen.

    Raises:
        UsageError: the name is not one of those.
        ModelError: the device was asked for by name and is not there.
    """
    if wanted == "cpu":
        return wanted
    import torch

    if wanted == "auto":
        if torch.cuda.is_available():
            return "cuda"
        return "mps" if torch.backends.mps.is_available() else "cpu"
    kind, _, index = wanted.partition(":")
    if kind not in ("cuda", "mps") or (index and not (kind == "cuda" and index.isdigit())):
        raise UsageError(f"no device '{wanted}': give auto, cpu, cuda, cuda:N or mps")
    if not _present(kind, int(index or 0)):
        raise ModelError(f"the device '{wanted}' is not there: use --device cpu or --device auto")
    return wanted


def _present(kind: str, index: int) -> bool:
    import torch

    if kind == "mps":
        return bool(torch.backends.mps.is_available())
    return torch.cuda.is_available() and index < torch.cuda.device_count()


def choose_dtype(device: str) -> torch.dtype:
    """float32 on a CPU (half precision is slow or absent there), bfloat16 on a GPU that has it,
    else float16.
    """
    import torch

    if device == "cpu":
        return torch.float32
    if device.startswith("cuda") and torch.cuda.is_bf16_supported():
        return torch.bfloat16
    return torch.float16
