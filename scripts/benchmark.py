"""Measure pksum beside what it is compared with, all in one run.

    python scripts/benchmark.py                       # a table; --json FILE for the figures
    python scripts/benchmark.py --skip-large          # without the BART-sized models
    python scripts/benchmark.py --device cuda         # the same with torch on a GPU

Cold starts and peak memory are of processes of their own, taken in turns so that a load on the
machine falls on all alike; medians of --rounds. Warm throughput is of one process, on passages of
the samples in tests/samples. The large models have random weights: speed does not depend on them,
except that they never end early, so each condensation is as long as its limit.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from summarize.condense.editor import EditorCondenser  # noqa: E402
from summarize.condense.seq2seq import Seq2SeqCondenser  # noqa: E402
from summarize.engine.threads import threads  # noqa: E402
from summarize.model import ModelFolder, find_model  # noqa: E402
from summarize.options import DEFAULT_MODEL  # noqa: E402
from summarize.pipeline import source_of  # noqa: E402
from summarize.read import read  # noqa: E402
from summarize.records import Source  # noqa: E402
from summarize.segment import segment  # noqa: E402

SAMPLE = ROOT / "tests" / "samples" / "four_points.txt"
BRIEF = ["-m", "summarize", "brief", str(SAMPLE), "--quiet"]
NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
YARDSTICK = "import torch, transformers"
COLD = {
    YARDSTICK: ["-c", YARDSTICK],
    "brief, engine torch": [*BRIEF, "--engine", "torch", "--device", "cpu"],
    "brief, engine onnx": [*BRIEF, "--engine", "onnx"],
    "brief, verbatim": [*BRIEF, "--model", "verbatim"],
    "--help": ["-m", "summarize", "--help"],
}
LARGE = {
    "BART-large-CNN-sized": {"encoder_layers": 12, "decoder_layers": 12},
    "DistilBART-12-6-sized": {"encoder_layers": 12, "decoder_layers": 6},
}
TARGETS = {
    "cold, engine torch / import torch, transformers": ("<=", 2.5),
    "cold, engine onnx / import torch, transformers": ("<=", 0.6),
    "warm, engine torch / one at a time": (">=", 2.0),
    "warm, engine onnx / one at a time": (">=", 4.0),
    "warm, engine torch / BART-large-CNN-sized": (">=", 12.0),
    "warm, engine onnx / BART-large-CNN-sized": (">=", 30.0),
}


@dataclass(frozen=True)
class Cold:
    """One way to start, medians of the rounds: seconds of wall clock and of CPU, peak MiB."""

    name: str
    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True)
class Warm:
    """One way to condense: passages a second of wall clock and of CPU time, medians."""

    name: str
    passages: int
    per_second: float
    per_cpu_second: float


def main() -> None:
    o = _options()
    cold = cold_starts(o.rounds)
    warm = throughput(o)
    report = {
        "machine": machine(),
        "ratios": ratios(cold, warm),
        "cold": [asdict(row) for row in cold],
        "warm": [asdict(row) for row in warm],
        "install_mb": {"torch": install_size("torch"), "small": install_size("small")},
    }
    if o.json:
        o.json.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    print(table(report))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--passages", type=int, default=32, help="for the bundled model")
    parser.add_argument("--large-passages", type=int, default=2, help="for the large models")
    parser.add_argument("--device", default="cpu", help="of torch in the warm part")
    parser.add_argument("--skip-large", action="store_true")
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


def machine() -> dict[str, Any]:
    """What the figures depend on."""
    packages = ("torch", "transformers", "onnxruntime", "tokenizers", "numpy")
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "threads": threads(),
        "load": os.getloadavg()[0],
        "system": platform.platform(),
        "python": platform.python_version(),
        "packages": {name: _version(name) for name in packages},
        "gpu": _gpu(),
    }


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.is_file() else []
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.processor()


def _gpu() -> str | None:
    import torch

    return torch.cuda.get_device_name() if torch.cuda.is_available() else None


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def cold_starts(rounds: int) -> list[Cold]:
    """Every command once a round, in turns; a first round warms the disk's cache and writes the
    bytecode, which pip does for what it installs and not for a checkout.
    """
    with tempfile.TemporaryDirectory() as bytecode:
        env = {name: os.environ[name] for name in os.environ if name != NO_BYTECODE}
        return _cold_starts(rounds, env | {"PYTHONPYCACHEPREFIX": bytecode})


def _cold_starts(rounds: int, env: dict[str, str]) -> list[Cold]:
    runs: dict[str, list[tuple[float, float, float]]] = {name: [] for name in COLD}
    for turn in range(rounds + 1):
        for name, command in COLD.items():
            measured = run_once([sys.executable, *command], env)
            if turn:
                runs[name].append(measured)
    return [
        Cold(name, *(median(column) for column in zip(*rows, strict=True)))
        for name, rows in runs.items()
    ]


def run_once(command: Sequence[str], env: dict[str, str]) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds and peak MiB of a process that must succeed."""
    with tempfile.TemporaryFile() as trash:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=trash, stderr=trash)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"'{' '.join(command)}' ended with {process.returncode}")
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit


def throughput(o: argparse.Namespace) -> list[Warm]:
    """Every way of condensing, in turns."""
    sources = passages(o.passages)
    folder = find_model(DEFAULT_MODEL)
    torch_engine = EditorCondenser.load(folder, device=o.device, engine="torch")
    onnx_engine = EditorCondenser.load(folder, device="cpu", engine="onnx")
    ways: dict[str, tuple[Callable[[list[Source]], Any], list[Source]]] = {
        "one at a time": (
            lambda given: [torch_engine.condense([source], "normal") for source in given],
            sources,
        ),
        "engine torch": (lambda given: torch_engine.condense(given, "normal"), sources),
        "engine onnx": (lambda given: onnx_engine.condense(given, "normal"), sources),
        "LexRank (sumy)": (lambda given: [lexrank(source) for source in given], sources),
    }
    if _version("sumy") is None:
        del ways["LexRank (sumy)"]
    rows = in_turns(ways, o.rounds)
    if not o.skip_large:
        rows += large_models(sources[: o.large_passages], o.device)
    return rows


def passages(number: int) -> list[Source]:
    """The passages of the samples that are long enough to condense, over and over again."""
    found = [
        source
        for path in sorted((ROOT / "tests" / "samples").glob("*.txt"))
        for statement in read(path)
        for division in [segment(statement)]
        for passage in (*division.points, *division.passages)
        for source in [source_of(statement, passage)]
        if len(source.text.split()) >= 40
    ]
    return [found[i % len(found)] for i in range(number)]


def in_turns(
    ways: dict[str, tuple[Callable[[list[Source]], Any], list[Source]]], rounds: int
) -> list[Warm]:
    """Each way once a round; a first, short round warms all up."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    for turn in range(rounds + 1):
        for name, (way, sources) in ways.items():
            if not turn:
                way(sources[:2])
                continue
            wall, cpu = time.perf_counter(), time.process_time()
            way(sources)
            times[name].append((time.perf_counter() - wall, time.process_time() - cpu))
    return [
        Warm(
            name,
            len(ways[name][1]),
            len(ways[name][1]) / median(wall for wall, _ in rows),
            len(ways[name][1]) / median(cpu for _, cpu in rows),
        )
        for name, rows in times.items()
    ]


def lexrank(source: Source) -> Any:
    """Two sentences of a passage, chosen by sumy's LexRank on sentences that are split already."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.summarizers.lex_rank import LexRankSummarizer

    class Words:
        def to_words(self, text: str) -> tuple[str, ...]:
            return tuple(text.split())

    sentences = [Sentence(text, Words()) for text in source.sentences]
    return LexRankSummarizer()(ObjectDocumentModel([Paragraph(sentences)]), 2)


def large_models(sources: list[Source], device: str) -> list[Warm]:
    """Models of known sizes with random weights, loaded and run as a user's own would be."""
    rows = []
    for name, layers in LARGE.items():
        with tempfile.TemporaryDirectory() as folder:
            write_large(Path(folder), layers)
            condenser = Seq2SeqCondenser.load(
                ModelFolder(name, Path(folder)), device=device, allow_pickle=False
            )
            wall, cpu = time.perf_counter(), time.process_time()
            condenser.condense(sources, "normal")
            wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
            rows.append(Warm(name, len(sources), len(sources) / wall, len(sources) / cpu))
            del condenser
    return rows


def write_large(folder: Path, layers: dict[str, int]) -> None:
    """A BART of the published width and vocabulary, with a tokenizer learnt from the samples."""
    import torch
    from transformers import BartConfig, BartForConditionalGeneration

    torch.manual_seed(0)
    tokenizer = _tokenizer()
    config = BartConfig(
        vocab_size=50264,
        d_model=1024,
        encoder_attention_heads=16,
        decoder_attention_heads=16,
        encoder_ffn_dim=4096,
        decoder_ffn_dim=4096,
        max_position_embeddings=1024,
        forced_eos_token_id=2,
        **layers,
    )
    BartForConditionalGeneration(config).eval().save_pretrained(folder)
    tokenizer.save_pretrained(folder)


def _tokenizer() -> Any:
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers
    from transformers import PreTrainedTokenizerFast

    backend = Tokenizer(models.BPE())
    backend.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    backend.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=50264,
        special_tokens=["<s>", "<pad>", "</s>", "<unk>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    texts = [path.read_text("utf-8") for path in (ROOT / "tests" / "samples").glob("*.txt")]
    backend.train_from_iterator(texts, trainer)
    backend.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=backend, bos_token="<s>", pad_token="<pad>", eos_token="</s>",
        unk_token="<unk>", model_max_length=1024,
    )  # fmt: skip


def ratios(cold: Sequence[Cold], warm: Sequence[Warm]) -> dict[str, dict[str, float]]:
    """What the targets are about, by wall clock and by CPU time (steadier on a busy machine)."""
    starts = {row.name: row for row in cold}
    speeds = {row.name: row for row in warm}
    found = {}
    for engine in ("torch", "onnx"):
        start, base = starts[f"brief, engine {engine}"], starts[YARDSTICK]
        found[f"cold, engine {engine} / {YARDSTICK}"] = {
            "wall": start.wall / base.wall,
            "cpu": start.cpu / base.cpu,
        }
        speed = speeds[f"engine {engine}"]
        for name in set(speeds) - {"engine torch", "engine onnx"}:
            found[f"warm, engine {engine} / {name}"] = {
                "wall": speed.per_second / speeds[name].per_second,
                "cpu": speed.per_cpu_second / speeds[name].per_cpu_second,
            }
    return dict(sorted(found.items()))


def install_size(kind: str) -> float:
    """Megabytes of pksum's dependencies here, with torch or with the extra "small" in its place."""
    big = {"torch", "transformers", "sentencepiece"}
    text = (ROOT / "deploy" / "requirements-small.txt").read_text("utf-8")
    small = {_bare(line) for line in text.splitlines() if line[:1].isalpha()}
    own = {"onnx", "onnxruntime"}
    wanted = small if kind == "small" else (small - own) | big
    return sum(_size(name) for name in _closure(wanted)) / 1e6


def _closure(names: set[str]) -> set[str]:
    seen: set[str] = set()
    waiting = set(names)
    while waiting:
        name = waiting.pop()
        if name in seen or _version(name) is None:
            continue
        seen.add(name)
        required = distribution(name).requires or ()
        waiting |= {_bare(line) for line in required if "extra ==" not in line}
    return seen


def _bare(requirement: str) -> str:
    letters = (c if c.isalnum() or c in "-_." else " " for c in requirement)
    return "".join(letters).split()[0].lower()


def _size(name: str) -> int:
    found = distribution(name)
    paths = (Path(str(found.locate_file(file))) for file in found.files or ())
    return sum(path.stat().st_size for path in paths if path.is_file())


def table(report: dict[str, Any]) -> str:
    """Markdown, the ratios first."""
    lines = ["| ratio | target | wall | CPU time |", "|---|---|---|---|"]
    for name, row in report["ratios"].items():
        sign, limit = TARGETS.get(name, ("", ""))
        lines.append(f"| {name} | {sign} {limit} | {row['wall']:.2f} | {row['cpu']:.2f} |")
    lines += ["", "| cold start | wall, s | CPU, s | peak, MiB |", "|---|---|---|---|"]
    for row in report["cold"]:
        lines.append(
            f"| {row['name']} | {row['wall']:.2f} | {row['cpu']:.2f} | {row['peak']:.0f} |"
        )
    lines += ["", "| warm | passages | a second | a CPU second |", "|---|---|---|---|"]
    for row in report["warm"]:
        speeds = f"{row['per_second']:.2f} | {row['per_cpu_second']:.2f}"
        lines.append(f"| {row['name']} | {row['passages']} | {speeds} |")
    sizes = report["install_mb"]
    lines += [
        "",
        f"Dependencies: {sizes['torch']:.0f} MB with torch, {sizes['small']:.0f} MB small.",
    ]
    of = report["machine"]
    versions = ", ".join(f"{name} {known}" for name, known in of["packages"].items())
    lines.append(
        f"Machine: {of['processor']}, {of['cores']} cores ({of['threads']} threads used), "
        f"load {of['load']:.1f}, GPU {of['gpu'] or 'none'}; Python {of['python']}, {versions}."
    )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
