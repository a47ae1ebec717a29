"""Tiny random models of every supported family, made here and loaded by the real code.

Their words mean nothing; their folders, tokenizers and configurations are of the real kinds.
"""

from __future__ import annotations

from pathlib import Path

import torch
from tokenizers import Tokenizer, models, pre_tokenizers, processors, trainers
from transformers import (
    BartConfig,
    BartForConditionalGeneration,
    BertConfig,
    EncoderDecoderConfig,
    EncoderDecoderModel,
    LEDConfig,
    LEDForConditionalGeneration,
    LlamaConfig,
    LlamaForCausalLM,
    LongT5Config,
    LongT5ForConditionalGeneration,
    MT5Config,
    MT5ForConditionalGeneration,
    PegasusConfig,
    PegasusForConditionalGeneration,
    PreTrainedTokenizerFast,
    T5Config,
    T5ForConditionalGeneration,
)

WORDS = """The delegation called for a ceasefire. The Council should adopt the resolution, and the
States in the region must comply with it. We welcome the report of the Secretary-General. Heading:
Condensation: 1 2 3 4 5 6 7 8 9 0"""

CHAT = (
    "{% for m in messages %}<user>{{ m['content'] }}</s>{% endfor %}"
    "{% if add_generation_prompt %}<bot>{% endif %}"
)
SIZES = {
    "d_model": 16,
    "encoder_layers": 1,
    "decoder_layers": 1,
    "encoder_attention_heads": 2,
    "decoder_attention_heads": 2,
    "encoder_ffn_dim": 32,
    "decoder_ffn_dim": 32,
}
T5_SIZES = {
    "d_model": 16,
    "d_kv": 8,
    "d_ff": 32,
    "num_layers": 1,
    "num_heads": 2,
    "decoder_start_token_id": 1,
}


def make_tokenizer(window: int = 64) -> PreTrainedTokenizerFast:
    """A byte-pair tokenizer over a few words, with the special tokens that models need."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    special = ["<s>", "<pad>", "</s>", "<unk>", "<user>", "<bot>"]
    trainer = trainers.BpeTrainer(
        vocab_size=400,
        special_tokens=special,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
    )
    tokenizer.train_from_iterator([WORDS] * 3, trainer)
    from tokenizers.decoders import ByteLevel

    tokenizer.decoder = ByteLevel()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="$A </s>", special_tokens=[("</s>", 2)]
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        bos_token="<s>",
        pad_token="<pad>",
        eos_token="</s>",
        unk_token="<unk>",
        model_max_length=window,
    )


def make_model(family: str, folder: Path, *, window: int = 64) -> Path:
    """Write a tiny random model of ``family`` with its tokenizer to ``folder``."""
    torch.manual_seed(0)
    tokenizer = make_tokenizer(window)
    model = FAMILIES[family](len(tokenizer), window)
    if family == "llama":
        tokenizer.chat_template = CHAT
    model.eval().save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def _bart(vocabulary: int, window: int) -> BartForConditionalGeneration:
    return BartForConditionalGeneration(
        BartConfig(
            vocab_size=vocabulary, max_position_embeddings=window, forced_eos_token_id=2, **SIZES
        )
    )


def _pegasus(vocabulary: int, window: int) -> PegasusForConditionalGeneration:
    return PegasusForConditionalGeneration(
        PegasusConfig(
            vocab_size=vocabulary,
            max_position_embeddings=window,
            pad_token_id=1,
            eos_token_id=2,
            decoder_start_token_id=1,
            **SIZES,
        )
    )


def _led(vocabulary: int, window: int) -> LEDForConditionalGeneration:
    return LEDForConditionalGeneration(
        LEDConfig(
            vocab_size=vocabulary,
            max_encoder_position_embeddings=window,
            max_decoder_position_embeddings=128,
            attention_window=8,
            **SIZES,
        )
    )


def _t5(vocabulary: int, window: int) -> T5ForConditionalGeneration:
    return T5ForConditionalGeneration(
        T5Config(vocab_size=vocabulary, pad_token_id=1, eos_token_id=2, **T5_SIZES)
    )


def _mt5(vocabulary: int, window: int) -> MT5ForConditionalGeneration:
    return MT5ForConditionalGeneration(
        MT5Config(vocab_size=vocabulary, pad_token_id=1, eos_token_id=2, **T5_SIZES)
    )


def _longt5(vocabulary: int, window: int) -> LongT5ForConditionalGeneration:
    return LongT5ForConditionalGeneration(
        LongT5Config(
            vocab_size=vocabulary,
            pad_token_id=1,
            eos_token_id=2,
            local_radius=8,
            **T5_SIZES,
        )
    )


def _bert2bert(vocabulary: int, window: int) -> EncoderDecoderModel:
    sizes = {
        "vocab_size": vocabulary,
        "hidden_size": 16,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
        "intermediate_size": 32,
        "max_position_embeddings": max(window, 128),
    }
    config = EncoderDecoderConfig.from_encoder_decoder_configs(
        BertConfig(**sizes), BertConfig(is_decoder=True, add_cross_attention=True, **sizes)
    )
    config.decoder_start_token_id, config.pad_token_id, config.eos_token_id = 0, 1, 2
    model = EncoderDecoderModel(config)
    model.generation_config.decoder_start_token_id = 0
    model.generation_config.pad_token_id = 1
    model.generation_config.eos_token_id = 2
    return model


def _llama(vocabulary: int, window: int) -> LlamaForCausalLM:
    return LlamaForCausalLM(
        LlamaConfig(
            vocab_size=vocabulary,
            hidden_size=16,
            intermediate_size=32,
            num_hidden_layers=1,
            num_attention_heads=2,
            num_key_value_heads=2,
            max_position_embeddings=max(window, 4096),
            pad_token_id=1,
            bos_token_id=0,
            eos_token_id=2,
        )
    )


FAMILIES = {
    "bart": _bart,
    "pegasus": _pegasus,
    "led": _led,
    "t5": _t5,
    "mt5": _mt5,
    "longt5": _longt5,
    "bert2bert": _bert2bert,
    "llama": _llama,
}
ENCODER_DECODERS = tuple(name for name in FAMILIES if name != "llama")
