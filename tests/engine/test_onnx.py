"""ONNX Runtime says what torch says; conversion; a process that never sees torch."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from summarize.edit import EditCondenser
from summarize.edit.tagger import Tagger, checked
from summarize.engine import convert
from summarize.engine.convert import converted, graph_path
from summarize.errors import ModelError
from summarize.records import Draft, Source

pytest.importorskip("onnxruntime")

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "models" / "pksum-mini-v1"
VALID = ROOT.parent / "shared" / "data" / "condensation" / "valid.jsonl"
PASSAGES = [
    [["Aid", "is", "late", "."], ["We", "urge", "all", "to", "act", "."]],
    [["word"] * 400, ["End", "."]],
    [["x"]],
    [["The", "Lower", "Marrow", "basin", ",", "S/2031/47", ",", "1.3", "million", "people", "?"]],
]
SOURCES = [
    Source(
        (
            "Thirdly, the ceasefire of 4 May has been violated forty-one times, in most cases at "
            "night and within sight of the monitors.",
            "Ruritania deplores this, and it deplores no less the silence that has followed.",
            "We therefore call on the parties to give the monitors access to the two crossings at "
            "Upper Marrow, unless their safety cannot be assured, and to report to the Council "
            "within thirty days.",
        ),
        delegation="Ruritania",
    ),
    Source(
        (
            "Allow me to turn to the question of financing.",
            "My Government has paid its assessed contribution in full, and it will double its "
            "voluntary contribution to the water fund, to 24 million crowns, as of next year.",
            "Can we really say that this is enough, when nine of ten wells are dry?",
        ),
        delegation="Grand Fenwick",
    ),
    Source(("I thank the Special Representative, Ms. Oyelaran, for her briefing.",)),
]


def close(one, two):
    assert [v.pos for v in one] == [v.pos for v in two]
    assert [v.act for v in one] == [v.act for v in two]
    for a, b in zip(one, two, strict=True):
        assert a.carry == pytest.approx(b.carry, abs=1e-5)
        assert a.keep == pytest.approx(b.keep, abs=1e-4)
        assert a.verbs == pytest.approx(b.verbs, abs=1e-5)
        assert a.heading == pytest.approx(b.heading, abs=1e-5)


def test_both_engines_see_the_same(tiny_model):
    torch, onnx = (Tagger.load(tiny_model, "cpu", engine) for engine in ("torch", "onnx"))
    for one, two in zip(torch.passages(PASSAGES), onnx.passages(PASSAGES), strict=True):
        close(one, two)


def test_what_is_read_beside_changes_not_one_bit(tiny_model):
    tagger = Tagger.load(tiny_model, "cpu", "onnx")
    together = tagger.passages(PASSAGES)
    assert together == [tagger.passages([passage])[0] for passage in PASSAGES]
    assert together == tagger.passages(PASSAGES[::-1])[::-1]


def test_torch_batches_of_any_size_see_the_same(tiny_model):
    tagger = Tagger.load(tiny_model, "cpu", "torch")
    together = tagger.passages(PASSAGES)
    for size in (1, 64, 10_000):
        tagger.scorer.batch_tokens = size
        for one, two in zip(tagger.passages(PASSAGES), together, strict=True):
            close(one, two)


@pytest.mark.parametrize("engine", ["torch", "onnx"])
def test_the_number_of_threads_changes_nothing(tiny_model, monkeypatch, engine):
    import torch

    before = torch.get_num_threads()
    try:
        seen = []
        for number in ("1", "2"):
            monkeypatch.setenv("OMP_NUM_THREADS", number)
            torch.set_num_threads(int(number))
            seen.append(Tagger.load(tiny_model, "cpu", engine).passages(PASSAGES))
    finally:
        torch.set_num_threads(before)
    for one, two in zip(*seen, strict=True):
        close(one, two)


def test_torch_halves_a_batch_that_does_not_fit(tiny_model, monkeypatch):
    import torch

    tagger = Tagger.load(tiny_model, "cpu", "torch")
    wanted = tagger.passages(PASSAGES)
    whole = tagger.scorer._scores

    def small_memory(batch):
        if len(batch) > 1:
            raise torch.OutOfMemoryError
        return whole(batch)

    monkeypatch.setattr(tagger.scorer, "_scores", small_memory)
    for one, two in zip(tagger.passages(PASSAGES), wanted, strict=True):
        close(one, two)


def test_an_input_that_does_not_fit_alone_is_an_error(tiny_model, monkeypatch):
    import torch

    tagger = Tagger.load(tiny_model, "cpu", "torch")

    def no_memory(batch):
        raise torch.OutOfMemoryError

    monkeypatch.setattr(tagger.scorer, "_scores", no_memory)
    with pytest.raises(ModelError, match="--device cpu"):
        tagger.passages(PASSAGES)


def test_conversion_is_done_once_and_names_the_weights(tiny_model):
    digest = checked(tiny_model)
    path = converted(tiny_model, digest)
    assert path == graph_path(tiny_model, digest)
    assert digest[:16] in path.name
    written = path.stat().st_mtime_ns
    assert converted(tiny_model, digest).stat().st_mtime_ns == written
    assert {file.suffix for file in path.parent.iterdir()} == {".onnx", ".sha256", ".weights"}


def test_a_cache_that_cannot_be_written(tiny_model, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("PKSUM_CACHE", str(tmp_path / "file"))
    with pytest.raises(ModelError, match="PKSUM_CACHE"):
        converted(tiny_model, checked(tiny_model))


def test_conversion_without_its_package(tiny_model, monkeypatch):
    monkeypatch.setitem(sys.modules, "summarize.engine.graph", None)
    monkeypatch.delattr("summarize.engine.graph")
    with pytest.raises(ModelError, match=r"pksum\[small\]"):
        convert.convert(tiny_model, Path("unused"))


@pytest.mark.parametrize("change", [lambda b: b[:100], lambda b: b[:-4] + bytes(4), lambda b: b""])
@pytest.mark.parametrize("part", [".onnx", ".weights"])
def test_a_graph_that_is_not_as_it_was_written_is_written_anew(tiny_model, change, part):
    path = converted(tiny_model, checked(tiny_model)).with_suffix(part)
    path.write_bytes(change(path.read_bytes()))
    [views, *_] = Tagger.load(tiny_model, "cpu", "onnx").passages(PASSAGES)
    close(views, Tagger.load(tiny_model, "cpu", "torch").passages(PASSAGES)[0])


def test_the_graph_passes_onnxs_own_check(tiny_model):
    import onnx

    path = converted(tiny_model, checked(tiny_model))
    model = onnx.load(path, load_external_data=False)
    assert {opset.domain for opset in model.opset_import} == {"", "com.microsoft"}
    onnx.checker.check_model(path)


def test_a_conversion_does_not_need_torch(tiny_model, tmp_path):
    done = without_torch(
        "from pathlib import Path; from summarize.engine.convert import convert\n"
        f"print(convert(Path({str(tiny_model)!r}), Path({str(tmp_path / 'made.onnx')!r})))"
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "made.onnx").stat().st_size > 1000


BLOCKED = """
import sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("torch", "transformers"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Absent())
"""


def without_torch(program):
    return subprocess.run(
        [sys.executable, "-c", BLOCKED + program],
        capture_output=True, check=False, text=True, cwd=ROOT,
    )  # fmt: skip


@pytest.mark.skipif(not FOLDER.exists(), reason="the weights are not here")
def test_a_brief_with_the_bundled_model_never_imports_torch():
    done = without_torch(
        "sys.argv = ['pksum', 'brief', 'tests/samples/four_points.txt', '--engine', 'onnx', "
        "'-f', 'json']\n"
        "from summarize.__main__ import main\n"
        "main()"
    )
    assert done.returncode == 0, done.stderr
    note = json.loads(done.stdout)
    assert note["made"]["options"]["engine"] == "onnx"
    assert any(point["status"] != "verbatim" for point in note["points"])


def alike(one: Draft, two: Draft) -> bool:
    """Whether two drafts say the same, and what was seen differs in the last bits alone."""
    seen = [[(*s.acts, s.carry, s.main, s.needs) for s in draft.seen] for draft in (one, two)]
    same = (one.candidates, one.heading) == (two.candidates, two.heading)
    return same and seen[0] == [pytest.approx(chances, abs=0.001) for chances in seen[1]]


@pytest.mark.skipif(not FOLDER.exists(), reason="the weights are not here")
def test_both_engines_condense_alike():
    torch, onnx = (EditCondenser.load(FOLDER, "cpu", engine) for engine in ("torch", "onnx"))
    for length in ("short", "normal", "long"):
        pairs = zip(torch.condense(SOURCES, length), onnx.condense(SOURCES, length), strict=True)
        assert all(alike(one, two) for one, two in pairs)


@pytest.mark.skipif(not (FOLDER.exists() and VALID.is_file()), reason="the data is not here")
def test_both_engines_condense_a_sample_of_references_alike():
    rows = [json.loads(line) for line in VALID.read_text("utf-8").splitlines()[::40]]
    sources = [Source(tuple(row["sentences"]), speaker=row["speaker"]) for row in rows]
    torch, onnx = (EditCondenser.load(FOLDER, "cpu", engine) for engine in ("torch", "onnx"))
    pairs = zip(torch.condense(sources, "normal"), onnx.condense(sources, "normal"), strict=True)
    assert sum(alike(one, two) for one, two in pairs) >= 0.98 * len(sources)
