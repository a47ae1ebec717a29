from summarize.edit.inputs import LIMIT, Inputs


def inputs() -> Inputs:
    return Inputs(lambda word: [ord(c) for c in word], cls=1, sep=2)


def test_a_passage_in_one_window() -> None:
    [(encoded, sentences)] = inputs().passage([["ab", "c"], ["d"]])
    assert encoded.ids == (1, 97, 98, 99, 2, 100, 2)
    assert encoded.words == (1, 3, 5)
    assert encoded.marks == (4, 6)
    assert sentences == range(2)


def test_long_passages_are_split_between_sentences_and_nothing_is_lost() -> None:
    passage = [[f"w{i}"] * 40 for i in range(20)]
    windows = inputs().passage(passage)
    assert len(windows) > 1
    assert [i for _, r in windows for i in r] == list(range(20))
    assert all(len(e.ids) <= LIMIT for e, _ in windows)
    assert sum(len(e.words) for e, _ in windows) == 800


def test_a_sentence_beyond_the_limit_is_read_in_parts() -> None:
    windows = inputs().passage([["a"], ["word"] * 300, ["b"]])
    assert [tuple(r) for _, r in windows] == [(0,), (1,), (1,), (1,), (2,)]
    assert sum(len(e.words) for e, _ in windows) == 302
