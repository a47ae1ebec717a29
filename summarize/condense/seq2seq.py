"""Condensing with an encoder–decoder model: BART, PEGASUS, T5, LED, BERT2BERT and their kin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from summarize.condense import ModelCard
from summarize.condense.pretrained import (
    Loaded,
    fit_sentences,
    in_batches,
    load,
    quiet_transformers,
)
from summarize.condense.text import clean, count_words
from summarize.model import ModelFolder
from summarize.options import Length, word_bounds
from summarize.records import Draft, Source

if TYPE_CHECKING:
    import torch

BEAMS: Final = 4
CANDIDATES: Final = 3

SLACK: Final = 1.3
"""Room in tokens above the most words: a model's own words may take more pieces than the
source's, and generation that is cut at the bound ends in the middle of a sentence."""

MOST_AT_LEAST: Final = 16
"""No bound is tighter than this many tokens, so that a short point gets a whole sentence."""

T5_PREFIX: Final = "summarize: "
SENTENCE_END: Final = re.compile(r"[.!?][”\"’)]*(?=\s|$)")


@dataclass(frozen=True)
class Part:
    """A run of a passage's sentences that fits the window, with its bounds in words."""

    text: str
    fewest: int
    most: int


@dataclass(frozen=True)
class RowBounds:
    """A logits processor that holds each passage of a batch to its own length, so that the
    result does not depend on what else is in the batch. ``bounds`` are new tokens, a pair a
    passage; ``ends`` are the ids that end a sequence.
    """

    bounds: Sequence[tuple[int, int]]
    ends: Sequence[int]

    def __call__(self, input_ids: torch.Tensor, scores: torch.Tensor) -> torch.Tensor:
        """Mask ``scores``, shape (passages * beams, vocabulary), by the rows' lengths so far."""
        made = input_ids.shape[1] - 1
        beams = len(scores) // len(self.bounds)
        for row, (fewest, most) in enumerate(self.bounds):
            rows = slice(row * beams, (row + 1) * beams)
            if made < fewest:
                scores[rows, self.ends] = float("-inf")
            elif made >= most - 1:
                kept = scores[rows, self.ends].clone()
                scores[rows] = float("-inf")
                scores[rows, self.ends] = kept
        return scores


@dataclass(frozen=True)
class Seq2SeqCondenser:
    """Condenses with ``generate`` by beam search. Deterministic: nothing is sampled."""

    loaded: Loaded
    prefix: str

    @classmethod
    def load(cls, folder: ModelFolder, *, device: str, allow_pickle: bool) -> Seq2SeqCondenser:
        """Load an encoder–decoder model. Raises ModelError."""
        loaded = load(folder, "AutoModelForSeq2SeqLM", device=device, allow_pickle=allow_pickle)
        return cls(loaded, task_prefix(loaded.model.config))

    @property
    def card(self) -> ModelCard:
        return self.loaded.card

    def condense(self, sources: Sequence[Source], length: Length) -> list[Draft]:
        """One draft for each source. A passage longer than the window is condensed in parts,
        whose condensations follow one another; one whose single sentence is longer gets no
        candidate.
        """
        divided = [self._parts(source, length) for source in sources]
        parts = [part for runs in divided for part in runs]
        outputs = iter(in_batches(parts, [self._size(p.text) for p in parts], self._generate))
        return [_join([next(outputs) for _ in runs]) for runs in divided]

    def _parts(self, source: Source, length: Length) -> list[Part]:
        if self.loaded.window is None:
            runs: list[list[str]] | None = [list(source.sentences)]
        else:
            runs = fit_sentences(source.sentences, self._size, self.loaded.window)
        texts = [" ".join(run) for run in runs or ()]
        return [Part(text, *word_bounds(length, count_words(text))) for text in texts]

    def _size(self, text: str) -> int:
        return len(self.loaded.tokenizer(self.prefix + text, verbose=False)["input_ids"])

    def _generate(self, parts: list[Part]) -> list[list[str]]:
        import torch
        from transformers import GenerationConfig

        inputs = self._encode([self.prefix + part.text for part in parts])
        bounds = self._bounds(parts)
        config = GenerationConfig(
            **_special_tokens(self.loaded.model.generation_config),
            max_new_tokens=max(most for _, most in bounds),
            num_beams=BEAMS,
            num_return_sequences=CANDIDATES,
            do_sample=False,
            early_stopping=True,
        )
        ends = _end_tokens(config)
        with torch.inference_mode(), quiet_transformers():
            output = self.loaded.model.generate(
                **inputs, generation_config=config, logits_processor=[RowBounds(bounds, ends)]
            )
        texts = [self._decode(row, bounds[i // CANDIDATES][1]) for i, row in enumerate(output)]
        return [texts[i : i + CANDIDATES] for i in range(0, len(texts), CANDIDATES)]

    def _bounds(self, parts: list[Part]) -> list[tuple[int, int]]:
        """Fewest and most new tokens for each part, by its own pieces a word."""
        rates = [self._size(part.text) / max(count_words(part.text), 1) for part in parts]
        return [
            (part.fewest, max(round(part.most * rate * SLACK), MOST_AT_LEAST))
            for part, rate in zip(parts, rates, strict=True)
        ]

    def _decode(self, row: Any, most: int) -> str:
        """The words of one output. What was stopped by its bound ends at its last full sentence,
        and is dropped where it has none: half a sentence is no candidate.
        """
        tokenizer = self.loaded.tokenizer
        text: str = tokenizer.decode(row, skip_special_tokens=True)
        special = set(tokenizer.all_special_ids)
        length = sum(token not in special for token in row.tolist())
        return text if length < most - 1 else text[: _last_sentence_end(text)]

    def _encode(self, texts: list[str]) -> dict[str, Any]:
        """Padded ``input_ids`` and ``attention_mask``, shape (texts, tokens), on the device."""
        encoded = self.loaded.tokenizer(
            texts, return_tensors="pt", padding=True, return_token_type_ids=False
        )
        return dict(encoded.to(self.loaded.model.device))


def task_prefix(config: Any) -> str:
    """The words that a model of several tasks wants before a text to summarise: its config's
    own, else T5's. mT5 was trained without any.
    """
    tasks = getattr(config, "task_specific_params", None) or {}
    named: str | None = tasks.get("summarization", {}).get("prefix")
    if named is not None:
        return named
    return T5_PREFIX if config.model_type in ("t5", "longt5") else ""


def _special_tokens(config: Any) -> dict[str, Any]:
    """The model's own start, end and padding tokens: all that is kept of its settings. Its
    length bounds and repetition penalties were made for other work.
    """
    names = (
        "decoder_start_token_id",
        "bos_token_id",
        "eos_token_id",
        "pad_token_id",
        "forced_bos_token_id",
    )
    return {name: value for name in names if (value := getattr(config, name, None)) is not None}


def _end_tokens(config: Any) -> list[int]:
    ends = config.eos_token_id
    return [ends] if isinstance(ends, int) else list(ends or ())


def _last_sentence_end(text: str) -> int:
    return max((match.end() for match in SENTENCE_END.finditer(text)), default=0)


def _join(outputs: Sequence[Sequence[str]]) -> Draft:
    """The parts' condensations one after the other, best with best, next with next."""
    if not outputs:
        return Draft(())
    joined = (
        clean(" ".join(clean(text) for text in texts)) for texts in zip(*outputs, strict=True)
    )
    return Draft(tuple(dict.fromkeys(text for text in joined if text)))
