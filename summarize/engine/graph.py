"""The editing network as an ONNX graph, built from its weights alone; torch is not needed.

Numpy, onnx and safetensors are imported here. The operators of the domain ``com.microsoft`` are
ONNX Runtime's own (https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper
from safetensors import safe_open

from summarize.edit.scheme import HEADS

OWN: Final = "com.microsoft"
OPSET: Final = [helper.make_opsetid("", 20), helper.make_opsetid(OWN, 1)]
IR_VERSION: Final = 9

PAGE: Final = 4096
"""Tensors begin at pages of memory, so that they can be mapped (onnx's advice for such files)."""

Weights = Callable[[str], NDArray[Any]]


@dataclass(frozen=True)
class Store:
    """The file that tensors are written to as they are made, under the name that it will have.

    ONNX Runtime maps it into memory: nothing is copied, and processes share it.
    """

    file: BinaryIO
    name: str

    def tensor(self, name: str, values: NDArray[Any]) -> TensorProto:
        """``values`` written, and what a graph says of them."""
        start = -(-self.file.tell() // PAGE) * PAGE
        self.file.seek(start)
        self.file.write(np.ascontiguousarray(values).data)
        made = TensorProto(name=name, dims=values.shape, data_location=TensorProto.EXTERNAL)
        made.data_type = helper.np_dtype_to_tensor_dtype(values.dtype)
        for key, value in (("location", self.name), ("offset", start), ("length", values.nbytes)):
            made.external_data.add(key=key, value=str(value))
        return made


def build(folder: Path, store: Store) -> ModelProto:
    """The graph of the network in ``folder``: token ids of one input in, scores of all heads out.

    ``ids`` is of the shape (1, tokens); ``scores`` of (1, tokens, all heads one after another).
    The embeddings stay in half precision where the weights are; all else is float32. The weights
    are written to ``store``, one tensor after another.
    """
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    with safe_open(folder / "model.safetensors", "numpy") as weights:
        made = _Builder(
            weights.get_tensor, store, config["num_attention_heads"], config["layer_norm_eps"]
        )
        hidden = made.embedded()
        for layer in range(config["num_hidden_layers"]):
            hidden = made.layer(f"bert.encoder.layer.{layer}", hidden)
        made.heads(hidden)
    graph = helper.make_graph(
        made.nodes,
        "pksum-edit",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "tokens"])],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, "tokens", None])],
        made.tensors,
    )
    return helper.make_model(graph, opset_imports=OPSET, ir_version=IR_VERSION)


@dataclass
class _Builder:
    """Nodes and tensors of a graph that grows; each method gives the name of what it computes."""

    weights: Weights
    store: Store
    attention_heads: int
    epsilon: float
    nodes: list[NodeProto] = field(default_factory=list)
    tensors: list[TensorProto] = field(default_factory=list)

    def embedded(self) -> str:
        """Words, places and the one segment, summed and normalised."""
        own = "bert.embeddings"
        places = self.weights(f"{own}.position_embeddings.weight").astype(np.float32)
        segment = self.weights(f"{own}.token_type_embeddings.weight").astype(np.float32)[0]
        words = self._tensor("words", self.weights(f"{own}.word_embeddings.weight"))
        rows = self._node("Gather", [words, "ids"])
        rows = self._node("Cast", [rows], to=TensorProto.FLOAT)
        shape = self._node("Shape", ["ids"])
        length = self._node("Slice", [shape, self._numbers("one", [1]), self._numbers("two", [2])])
        here = self._node(
            "Slice", [self._tensor("places", places + segment), self._numbers("zero", [0]), length]
        )
        summed = self._node("Add", [rows, here])
        return self._normalised(f"{own}.LayerNorm", [summed])

    def layer(self, name: str, hidden: str) -> str:
        """One layer: attention, then the feed-forward part, each added to what came in."""
        seen = self._attention(f"{name}.attention", hidden)
        hidden = self._normalised(f"{name}.attention.output.LayerNorm", [hidden, seen])
        wide = self._linear([f"{name}.intermediate.dense"], hidden, "BiasGelu")
        narrow = self._linear([f"{name}.output.dense"], wide)
        return self._normalised(f"{name}.output.LayerNorm", [hidden, narrow])

    def heads(self, hidden: str) -> None:
        """The scores of all heads in one product, in the order of ``HEADS``."""
        self._linear([f"heads.{name}" for name in HEADS], hidden, output="scores")

    def _attention(self, name: str, hidden: str) -> str:
        query, key, value = (
            self._linear([f"{name}.self.{part}"], hidden) for part in ("query", "key", "value")
        )
        seen = self._node(
            "MultiHeadAttention", [query, key, value], OWN, num_heads=self.attention_heads
        )
        return self._linear([f"{name}.output.dense"], seen)

    def _linear(self, names: Sequence[str], hidden: str, add: str = "Add", output: str = "") -> str:
        """``hidden`` times the weights of linear layers side by side, plus their biases."""
        weight = np.concatenate([self.weights(f"{name}.weight") for name in names])
        bias = np.concatenate([self.weights(f"{name}.bias") for name in names])
        matrix = self._tensor(f"{names[0]}.weight", weight.T.astype(np.float32))
        product = self._node("MatMul", [hidden, matrix])
        added = self._tensor(f"{names[0]}.bias", bias.astype(np.float32))
        return self._node(add, [product, added], OWN if add != "Add" else "", output)

    def _normalised(self, name: str, parts: Sequence[str]) -> str:
        scale = self._tensor(f"{name}.weight", self.weights(f"{name}.weight").astype(np.float32))
        shift = self._tensor(f"{name}.bias", self.weights(f"{name}.bias").astype(np.float32))
        if len(parts) == 1:
            return self._node("LayerNormalization", [*parts, scale, shift], epsilon=self.epsilon)
        return self._node(
            "SkipLayerNormalization", [*parts, scale, shift], OWN, epsilon=self.epsilon
        )

    def _node(
        self, kind: str, inputs: Sequence[str], domain: str = "", output: str = "", **more: Any
    ) -> str:
        name = output or f"{kind}.{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], name, domain=domain, **more))
        return name

    def _tensor(self, name: str, values: NDArray[Any]) -> str:
        self.tensors.append(self.store.tensor(name, values))
        return name

    def _numbers(self, name: str, values: Sequence[int]) -> str:
        """A few integers, kept in the graph itself: the shapes are made out from them."""
        self.tensors.append(numpy_helper.from_array(np.array(values, dtype=np.int64), name))
        return name
