import json
import shutil
from pathlib import Path

import pytest

from summarize.edit.tagger import Tagger
from summarize.errors import ModelError

PASSAGE = [["Aid", "is", "late", "."], ["We", "urge", "all", "to", "act", "."]]


def test_a_view_for_each_sentence_and_a_value_for_each_word(tiny_model: Path) -> None:
    [views] = Tagger.load(tiny_model, "cpu").passages([PASSAGE])
    assert [len(v.keep) for v in views] == [4, 6]
    assert all(len(v.pos) == len(v.shift) == len(v.heading) == len(v.keep) for v in views)
    assert all(0 < v.carry < 1 for v in views)


def test_what_is_read_beside_changes_nothing(tiny_model: Path) -> None:
    tagger = Tagger.load(tiny_model, "cpu")
    [alone] = tagger.passages([PASSAGE])
    beside = tagger.passages([[["Word"] * 200], PASSAGE, [["x"]]])[1]
    assert [v.carry for v in beside] == pytest.approx([v.carry for v in alone], abs=1e-5)
    assert [v.pos for v in beside] == [v.pos for v in alone]


def test_a_sentence_read_in_parts_has_all_its_words(tiny_model: Path) -> None:
    [views] = Tagger.load(tiny_model, "cpu").passages([[["word"] * 400, ["End", "."]]])
    assert [len(v.keep) for v in views] == [400, 2]


def test_other_weights_than_named_are_refused(tiny_model: Path, tmp_path: Path) -> None:
    folder = tmp_path / "changed"
    shutil.copytree(tiny_model, folder)
    with (folder / "model.safetensors").open("ab") as file:
        file.write(b"\0")
    with pytest.raises(ModelError, match="not the ones"):
        Tagger.load(folder, "cpu")


def test_another_kind_of_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "bart"}))
    (tmp_path / "model.safetensors").write_bytes(b"")
    with pytest.raises(ModelError, match="no pksum model"):
        Tagger.load(tmp_path, "cpu")


def test_a_missing_folder_is_an_error_of_one_line(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        Tagger.load(tmp_path / "nowhere", "cpu")
    assert "\n" not in str(caught.value)
