from __future__ import annotations

import pytest

from summarize.condense.open import open_condenser
from summarize.errors import ModelError, UsageError
from summarize.model import card_languages, choose_device, find_model, weights_sha256
from summarize.options import Options
from tests.tiny_models import make_model


@pytest.fixture(scope="module")
def bart(tmp_path_factory):
    return make_model("bart", tmp_path_factory.mktemp("models") / "bart")


def copy(folder, to, leave_out=()):
    to.mkdir()
    for file in folder.iterdir():
        if file.name not in leave_out:
            (to / file.name).write_bytes(file.read_bytes())
    return to


def test_a_folder_is_found_and_opened(bart):
    condenser = open_condenser(Options(model=str(bart)))
    assert condenser.card.name == "bart"
    assert condenser.card.weights_sha256 == weights_sha256(bart)


def test_a_bare_name_is_never_asked_of_a_hub(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("huggingface_hub.snapshot_download", pytest.fail)
    with pytest.raises(ModelError, match="hub:ORG/NAME"):
        find_model("bart-large-cnn")


def test_a_hub_model_without_network_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    with pytest.raises(ModelError, match="without --offline"):
        find_model("hub:org/name", offline=True)
    with pytest.raises(ModelError, match="cannot be fetched: no connection"):
        find_model("hub:org/name@main")


def test_a_name_that_is_none(tmp_path):
    with pytest.raises(ModelError, match="no hub name"):
        find_model("hub:a/b/c/d")


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        ("config.json", "no config.json"),
        ("model.safetensors", "no weights"),
        ("tokenizer.json", "cannot be loaded"),
    ],
)
def test_an_incomplete_folder(bart, tmp_path, missing, message):
    folder = copy(bart, tmp_path / "half", leave_out={missing})
    with pytest.raises(ModelError, match=message):
        open_condenser(Options(model=str(folder)))


def test_half_written_weights(bart, tmp_path):
    folder = copy(bart, tmp_path / "half")
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:5000])
    with pytest.raises(ModelError, match="cannot be loaded"):
        open_condenser(Options(model=str(folder)))


def test_weights_that_lack_tensors_are_not_filled_in_at_random(bart, tmp_path):
    from safetensors.torch import load_file, save_file

    folder = copy(bart, tmp_path / "half")
    tensors = load_file(folder / "model.safetensors")
    lost = next(name for name in tensors if "fc1.weight" in name)
    save_file(
        {name: t for name, t in tensors.items() if name != lost},
        folder / "model.safetensors",
        metadata={"format": "pt"},
    )
    with pytest.raises(ModelError, match="do not fit"):
        open_condenser(Options(model=str(folder)))


def test_pickles_are_refused_unless_allowed(bart, tmp_path):
    import torch
    from safetensors.torch import load_file

    folder = copy(bart, tmp_path / "pickled", leave_out={"model.safetensors"})
    torch.save(load_file(bart / "model.safetensors"), folder / "pytorch_model.bin")
    with pytest.raises(ModelError, match="--allow-pickle"):
        find_model(str(folder))
    condenser = open_condenser(Options(model=str(folder), allow_pickle=True))
    assert condenser.card.name == "pickled"


def test_a_model_with_code_of_its_own_is_refused(bart, tmp_path):
    import json

    folder = copy(bart, tmp_path / "custom")
    config = json.loads((folder / "config.json").read_text())
    config |= {
        "model_type": "homemade",
        "auto_map": {
            "AutoConfig": "code.HomemadeConfig",
            "AutoModelForSeq2SeqLM": "code.Homemade",
        },
    }
    (folder / "config.json").write_text(json.dumps(config))
    (folder / "code.py").write_text("raise SystemExit('this code ran')")
    with pytest.raises(ModelError, match=r"never runs it|cannot be loaded"):
        open_condenser(Options(model=str(folder)))


def test_a_broken_config(tmp_path):
    (tmp_path / "config.json").write_text("{")
    (tmp_path / "model.safetensors").write_bytes(b"")
    with pytest.raises(ModelError, match=r"config\.json .* is broken"):
        open_condenser(Options(model=str(tmp_path)))


@pytest.mark.parametrize(
    ("header", "languages"),
    [
        ("---\nlanguage: en\n---\n", ("en",)),
        ("---\nlanguage:\n- en\n- fr\n---\n", ("en", "fr")),
        ("A card without a header.\n", ()),
    ],
)
def test_languages_of_a_card(tmp_path, header, languages):
    (tmp_path / "README.md").write_text(header)
    assert card_languages(tmp_path) == languages


def test_no_card_names_no_language(tmp_path):
    assert card_languages(tmp_path) == ()


def test_devices():
    import torch

    assert choose_device("cpu") == "cpu"
    assert choose_device("auto") in ("cpu", "cuda", "mps")
    with pytest.raises(UsageError, match="no device 'tpu'"):
        choose_device("tpu")
    with pytest.raises(UsageError, match="no device"):
        choose_device("mps:1")
    if not torch.cuda.is_available():
        with pytest.raises(ModelError, match="--device cpu"):
            choose_device("cuda:7")


def test_a_prompt_is_for_instruct_models(bart, tmp_path):
    prompt = tmp_path / "prompt.txt"
    prompt.write_text("Condense: $passage")
    for model in ("verbatim", str(bart)):
        with pytest.raises(UsageError, match="takes no prompt"):
            open_condenser(Options(model=model, prompt=prompt))
