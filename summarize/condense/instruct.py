"""Condensing with an instruct model: a causal language model that follows a prompt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from summarize.condense import ModelCard
from summarize.condense.pretrained import (
    Loaded,
    fit_sentences,
    in_batches,
    load,
    quiet_transformers,
)
from summarize.condense.text import clean, count_words
from summarize.errors import ModelError
from summarize.model import ModelFolder
from summarize.options import Length, word_bounds
from summarize.prompts import Prompt
from summarize.records import Draft, Source

TOKENS_PER_WORD: Final = 2.0
"""Room for answers. English takes about 1.3 pieces a word in common vocabularies."""

HEADING_TOKENS: Final = 32

ANSWER: Final = re.compile(
    r"(?:heading:[ ]*(?P<heading>.*?)\s*\n+)?\s*(?:condensation:)?\s*(?P<text>.*)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class InstructCondenser:
    """Asks the model in its own chat template, once a passage. Nothing is sampled."""

    loaded: Loaded
    prompt: Prompt

    @classmethod
    def load(
        cls, folder: ModelFolder, prompt: Prompt, *, device: str, allow_pickle: bool
    ) -> InstructCondenser:
        """Load an instruct model. Raises ModelError, also where it has no chat template."""
        loaded = load(folder, "AutoModelForCausalLM", device=device, allow_pickle=allow_pickle)
        if not loaded.tokenizer.chat_template:
            raise ModelError(f"'{folder.name}' has no chat template: it is no instruct model")
        loaded.tokenizer.padding_side = "left"
        if loaded.tokenizer.pad_token is None:
            loaded.tokenizer.pad_token = loaded.tokenizer.eos_token
        return cls(loaded, prompt)

    @property
    def card(self) -> ModelCard:
        return replace(self.loaded.card, prompt_sha256=self.prompt.sha256)

    def condense(self, sources: Sequence[Source], length: Length) -> list[Draft]:
        """One draft for each source; a passage that does not fit the window is asked in parts."""
        divided = [self._prompts(source, length) for source in sources]
        prompts = [text for runs in divided for text in runs]
        most = word_bounds(length, 10**6)[1]
        outputs = iter(
            in_batches(
                prompts,
                [self._size(text) for text in prompts],
                lambda batch: self._generate(batch, _room(most)),
            )
        )
        return [_join([_parse(next(outputs)[0]) for _ in runs]) for runs in divided]

    def _prompts(self, source: Source, length: Length) -> list[str]:
        def ask(passage: str) -> str:
            fewest, most = word_bounds(length, count_words(passage))
            return self._chat(
                self.prompt.fill(
                    passage=passage,
                    speaker=source.delegation or source.speaker or "the speaker",
                    fewest_words=str(fewest),
                    most_words=str(most),
                )
            )

        window = self.loaded.window
        if window is None:
            return [ask(source.text)]
        room = window - _room(word_bounds(length, count_words(source.text))[1])
        runs = fit_sentences(source.sentences, lambda text: self._size(ask(text)), room)
        return [ask(" ".join(run)) for run in runs or ()]

    def _chat(self, question: str) -> str:
        text: str = self.loaded.tokenizer.apply_chat_template(
            [{"role": "user", "content": question}], tokenize=False, add_generation_prompt=True
        )
        return text

    def _size(self, text: str) -> int:
        tokens = self.loaded.tokenizer(text, add_special_tokens=False, verbose=False)
        return len(tokens["input_ids"])

    def _generate(self, prompts: list[str], room: int) -> list[list[str]]:
        import torch
        from transformers import GenerationConfig

        inputs: Any = self.loaded.tokenizer(
            prompts,
            return_tensors="pt",
            padding=True,
            add_special_tokens=False,
            return_token_type_ids=False,
        ).to(self.loaded.model.device)
        config = GenerationConfig(
            max_new_tokens=room,
            do_sample=False,
            pad_token_id=self.loaded.tokenizer.pad_token_id,
            eos_token_id=self.loaded.model.generation_config.eos_token_id
            or self.loaded.tokenizer.eos_token_id,
        )
        with torch.inference_mode(), quiet_transformers():
            output = self.loaded.model.generate(**inputs, generation_config=config)
        answers = output[:, inputs["input_ids"].shape[1] :]
        return [[t] for t in self.loaded.tokenizer.batch_decode(answers, skip_special_tokens=True)]


def _room(words: int) -> int:
    """Tokens left free for an answer of ``words`` words with its heading."""
    return round(words * TOKENS_PER_WORD) + HEADING_TOKENS


def _parse(answer: str) -> tuple[str, str]:
    """Heading and condensation of an answer; the heading is "" where the model gave none."""
    match = ANSWER.fullmatch(answer.strip())
    assert match is not None  # every part of the pattern is optional
    return (match["heading"] or "").strip(' .*"“”'), clean(match["text"])


def _join(answers: Sequence[tuple[str, str]]) -> Draft:
    text = " ".join(text for _, text in answers if text)
    heading = next((heading for heading, _ in answers if heading), "")
    return Draft((text,) if text else (), heading)
