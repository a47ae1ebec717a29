from __future__ import annotations

import pytest

from summarize.config import defaults
from summarize.errors import UsageError


@pytest.fixture
def folders(tmp_path):
    working, user = tmp_path / "here", tmp_path / "user"
    working.mkdir()
    user.mkdir()
    return working, user


def write(folder, text):
    (folder / "pksum.toml").write_text(text)


def test_no_files_no_defaults(folders):
    assert defaults(*folders) == {}


def test_the_working_folder_goes_before_the_user(folders):
    working, user = folders
    write(user, 'length = "long"\nmodel = "verbatim"\nallow-pickle = false')
    write(working, 'length = "short"')
    assert defaults(working, user) == {
        "length": "short",
        "model": "verbatim",
        "allow_pickle": False,
    }


@pytest.mark.parametrize("name", ["model", "prompt", "allow-pickle", "offline", "device"])
def test_the_working_folder_cannot_choose_what_is_loaded(folders, name):
    write(folders[0], f'{name} = "x"')
    with pytest.raises(UsageError, match="working folder cannot"):
        defaults(*folders)


@pytest.mark.parametrize("text", ["length = ", "colour = 'red'", "length = [1]", "length = {a=1}"])
def test_a_file_that_makes_no_sense(folders, text):
    write(folders[1], text)
    with pytest.raises(UsageError, match=r"pksum\.toml"):
        defaults(*folders)
