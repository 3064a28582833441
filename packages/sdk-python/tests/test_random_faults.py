"""Archives with random faults raise errors of this package only."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sinkove

from .archives import metadata, real_archive, with_metadata


def read_all(content: bytes) -> None:
    """Everything a program may do with an archive. Must only raise SinkoveErrors."""
    try:
        archive = sinkove.open(content)
        for sample in archive:
            assert sample.array.shape == archive.image_size[::-1]
            for mask in sample.masks.values():
                assert mask.array.shape == archive.image_size[::-1]
        assert archive.model_card
    except sinkove.SinkoveError:
        pass


@given(st.data())
def test_a_damaged_archive_raises_nothing_but_sinkove_errors(data: st.DataObject) -> None:
    content = bytearray(real_archive())
    # Most bytes are pixels. The directory at the end allows many more kinds of faults.
    places = st.integers(0, len(content) - 1) | st.integers(len(content) - 3000, len(content) - 1)
    for place, byte in data.draw(st.lists(st.tuples(places, st.integers(0, 255)), max_size=20)):
        content[place] = byte
    length = data.draw(st.just(len(content)) | st.integers(0, len(content)))
    read_all(bytes(content[:length]))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(st.data())
def test_any_value_anywhere_in_the_metadata_is_taken_or_refused(data: st.DataObject) -> None:
    told = metadata()
    holder: Any = told
    key: Any = data.draw(st.sampled_from(sorted(told)))
    while isinstance(holder[key], (dict, list)) and holder[key] and data.draw(st.booleans()):
        holder = holder[key]
        keys = sorted(holder) if isinstance(holder, dict) else range(len(holder))
        key = data.draw(st.sampled_from(keys))
    holder[key] = data.draw(JSON)
    read_all(with_metadata(told))


@given(st.binary(max_size=200))
def test_bytes_that_are_no_zip_are_refused(content: bytes) -> None:
    read_all(content)


def test_a_truncated_download_is_damaged(tmp_path: Path) -> None:
    whole = real_archive()
    path = tmp_path / "films.zip"
    for length in random.Random(7).sample(range(len(whole)), 30):
        path.write_bytes(whole[:length])
        with pytest.raises(sinkove.ArchiveError, match="not a complete ZIP") as caught:
            sinkove.open(path)
        assert str(path) in str(caught.value)
