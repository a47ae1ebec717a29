"""Open the door: from a model's name to the condenser that runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from summarize.condense import Condenser
from summarize.condense.verbatim import VerbatimCondenser
from summarize.engine.choice import choose_engine
from summarize.errors import ModelError, UsageError
from summarize.model import ModelFolder, find_model
from summarize.options import VERBATIM, Options
from summarize.prompts import load_prompt


def open_condenser(options: Options) -> Condenser:
    """The condenser that ``options.model`` names, loaded and ready.

    Raises:
        UsageError: a prompt was given that this model does not take, or that is not valid.
        ModelError: the model cannot be found or loaded.
    """
    if options.model == VERBATIM:
        _refuse_prompt(options, "verbatim mode")
        return VerbatimCondenser()
    prompt = load_prompt(options.prompt)
    folder = find_model(options.model, offline=options.offline, allow_pickle=options.allow_pickle)
    config = _config(folder)
    if _is_editor(config):
        _refuse_prompt(options, f"'{folder.name}'")
        return _open_editor(folder, options)
    if config.get("is_encoder_decoder"):
        _refuse_prompt(options, f"'{folder.name}'")
        return _open_seq2seq(folder, options)
    _require_torch(folder, options)
    from summarize.condense.instruct import InstructCondenser

    return InstructCondenser.load(
        folder, prompt, device=options.device, allow_pickle=options.allow_pickle
    )


def gains_nothing_from_batches(options: Options) -> bool:
    """Whether the model runs in ONNX Runtime, which takes its inputs one at a time, needs some 150
    MiB and fills one core as well as many. Raises PksumError.
    """
    if options.model == VERBATIM:
        return False
    folder = find_model(options.model, offline=options.offline, allow_pickle=options.allow_pickle)
    return _is_editor(_config(folder)) and choose_engine(options.engine, options.device) == "onnx"


def takes_prompt(folder: ModelFolder) -> bool:
    """Whether the model in ``folder`` is asked with a prompt: an instruct model. Raises ModelError."""
    config = _config(folder)
    return not _is_editor(config) and not config.get("is_encoder_decoder")


def _is_editor(config: dict[str, Any]) -> bool:
    return bool(config.get("pksum", {}).get("architecture") == "edit")


def _open_editor(folder: ModelFolder, options: Options) -> Condenser:
    from summarize.condense.editor import EditorCondenser

    return EditorCondenser.load(folder, device=options.device, engine=options.engine)


def _open_seq2seq(folder: ModelFolder, options: Options) -> Condenser:
    _require_torch(folder, options)
    from summarize.condense.seq2seq import Seq2SeqCondenser

    return Seq2SeqCondenser.load(folder, device=options.device, allow_pickle=options.allow_pickle)


def _require_torch(folder: ModelFolder, options: Options) -> None:
    if options.engine == "onnx":
        raise UsageError(f"the engine 'onnx' runs the bundled model, not '{folder.name}'")
    choose_engine("torch", options.device)


def _refuse_prompt(options: Options, what: str) -> None:
    if options.prompt is not None:
        raise UsageError(f"{what} takes no prompt: leave out --prompt, or use an instruct model")


def _config(folder: ModelFolder) -> dict[str, Any]:
    path: Path = folder.path / "config.json"
    try:
        config = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"the config.json of '{folder.name}' is broken") from error
    if not isinstance(config, dict):
        raise ModelError(f"the config.json of '{folder.name}' is broken")
    return config
