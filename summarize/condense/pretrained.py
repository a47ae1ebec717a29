"""What encoder–decoder and instruct models share: loading from a folder, windows, batches."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from summarize.condense import ModelCard
from summarize.errors import ModelError, PksumError
from summarize.model import (
    ModelFolder,
    card_languages,
    choose_device,
    choose_dtype,
    weights_sha256,
)

BATCH_TOKENS: Final = 8192
"""Padded input tokens in a batch. A few hundred megabytes of activations for a BART-large."""

NO_WINDOW: Final = 100_000
"""Tokenizers without a limit give 1e30 for it; beyond this it is no limit."""

T = TypeVar("T")


@dataclass(frozen=True)
class Loaded:
    """A tokenizer and a model in evaluation mode on their device, and what is known of them.

    ``window`` is the most input tokens that the model takes, or None where it has no limit.
    """

    tokenizer: Any
    model: Any
    card: ModelCard
    window: int | None


def load(
    folder: ModelFolder, auto_class: str, *, device: str, allow_pickle: bool = False
) -> Loaded:
    """Load ``folder`` with the transformers class named ``auto_class``.

    Raises:
        ModelError: something is missing, broken, or would need code from the model's maker.
    """
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    chosen = choose_device(device)
    dtype = choose_dtype(chosen)
    with quiet_transformers(), model_errors(folder.name):
        import transformers

        tokenizer = transformers.AutoTokenizer.from_pretrained(
            folder.path, local_files_only=True, trust_remote_code=False
        )
        model, info = getattr(transformers, auto_class).from_pretrained(
            folder.path,
            dtype=dtype,
            local_files_only=True,
            trust_remote_code=False,
            use_safetensors=None if allow_pickle else True,
            output_loading_info=True,
        )
    if info["missing_keys"] or info["mismatched_keys"]:
        raise ModelError(
            f"the weights of '{folder.name}' do not fit its config.json "
            f"({len(info['missing_keys'])} missing): copy the whole model folder again"
        )
    card = ModelCard(
        name=folder.name,
        revision=folder.revision,
        weights_sha256=weights_sha256(folder.path),
        languages=card_languages(folder.path),
        device=chosen,
        dtype=str(dtype).removeprefix("torch."),
    )
    return Loaded(tokenizer, model.to(chosen).eval(), card, _window(tokenizer, model.config))


@contextmanager
def quiet_transformers() -> Iterator[None]:
    """Keep progress bars and advice for programmers off the user's terminal."""
    from transformers.utils import logging

    bar, verbosity = logging.is_progress_bar_enabled(), logging.get_verbosity()
    logging.disable_progress_bar()
    logging.set_verbosity_error()
    try:
        yield
    finally:
        logging.set_verbosity(verbosity)
        if bar:
            logging.enable_progress_bar()


@contextmanager
def model_errors(name: str) -> Iterator[None]:
    """Whatever a broken folder makes the libraries raise becomes one line for the user."""
    try:
        yield
    except MemoryError as error:
        raise ModelError(f"the model '{name}' does not fit this machine's memory") from error
    except PksumError:
        raise
    except Exception as error:  # loaders raise nearly every class there is, safetensors its own
        if "trust_remote_code" in str(error) or "custom code" in str(error):
            raise ModelError(
                f"'{name}' needs code of its own to load; pksum never runs it"
            ) from error
        raise ModelError(
            f"the model '{name}' cannot be loaded ({type(error).__name__}): its folder is "
            f"incomplete or of an unknown kind"
        ) from error


def _window(tokenizer: Any, config: Any) -> int | None:
    """The smallest limit that tokenizer, encoder and config name."""
    encoder = getattr(config, "encoder", config)
    names = ("max_encoder_position_embeddings", "max_position_embeddings", "n_positions")
    limits = [getattr(encoder, name, None) for name in names] + [tokenizer.model_max_length]
    known = [limit for limit in limits if isinstance(limit, int) and 0 < limit < NO_WINDOW]
    return min(known, default=None)


def fit_sentences(
    sentences: Sequence[str], size: Callable[[str], int], window: int
) -> list[list[str]] | None:
    """Split ``sentences`` in order into runs whose joined ``size`` is at most ``window``.

    Returns None where a single sentence is larger than the window: it cannot be split without
    loss. Runs are of even size as far as may be, so that no tiny rest is condensed on its own.
    """
    if size(" ".join(sentences)) <= window:
        return [list(sentences)]
    sizes = [size(sentence) for sentence in sentences]
    if max(sizes) > window:
        return None
    share = sum(sizes) / -(-sum(sizes) // window)
    runs: list[list[str]] = [[]]
    filled = 0
    for sentence, length in zip(sentences, sizes, strict=True):
        if runs[-1] and (filled + length > window or filled + length / 2 > share):
            runs.append([])
            filled = 0
        runs[-1].append(sentence)
        filled += length
    return runs


def batches(sizes: Sequence[int], most_tokens: int = BATCH_TOKENS) -> Iterator[list[int]]:
    """Places of ``sizes`` in batches, longest first, each at most ``most_tokens`` when padded."""
    order = sorted(range(len(sizes)), key=lambda i: (-sizes[i], i))
    batch: list[int] = []
    for i in order:
        if batch and (len(batch) + 1) * sizes[batch[0]] > most_tokens:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def in_batches(
    items: Sequence[T], sizes: Sequence[int], run: Callable[[list[T]], list[list[str]]]
) -> list[list[str]]:
    """``run`` over ``items`` in batches of like length; the results in the items' order.

    A batch that does not fit the device's memory is halved and tried again.

    Raises:
        ModelError: a single item does not fit.
    """
    results: list[list[str]] = [[] for _ in items]
    waiting = list(batches(sizes))
    while waiting:
        batch = waiting.pop(0)
        try:
            outputs = run([items[i] for i in batch])
        except RuntimeError as error:
            if not _out_of_memory(error):
                raise
            if len(batch) == 1:
                raise ModelError(
                    "a passage does not fit the device's memory: use --device cpu "
                    "or a smaller model"
                ) from error
            half = len(batch) // 2
            waiting[:0] = [batch[:half], batch[half:]]
            continue
        for i, output in zip(batch, outputs, strict=True):
            results[i] = output
    return results


def _out_of_memory(error: RuntimeError) -> bool:
    import torch

    return isinstance(error, torch.cuda.OutOfMemoryError) or "not enough memory" in str(error)
