"""Reads an archive as programs do: samples, images, masks, boxes and findings."""

from __future__ import annotations

import io
import json
import multiprocessing
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import sinkove
from sinkove.archive import Archive, Box, Sample

from .archives import PROMPT, SAMPLES, files_of, metadata, real_archive, with_metadata
from .places import PACKAGE, environment


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "films.zip"
    path.write_bytes(real_archive())
    return path


@pytest.fixture
def archive(path: Path) -> Archive:
    return sinkove.open(path)


def test_reads_like_a_list(archive: Archive) -> None:
    assert len(archive) == len(list(archive)) == SAMPLES
    assert [sample.number for sample in archive] == [1, 2, 3, 4, 5]
    assert archive[-1] is archive[4]
    third: Any = np.int64(2)
    assert archive[third].number == 3
    assert archive[1] in archive
    with pytest.raises(IndexError):
        _ = archive[SAMPLES]
    for wrong in ("1", 1.0, None):
        with pytest.raises(TypeError):
            _ = archive[wrong]  # type: ignore[call-overload]


def test_a_slice_is_an_archive(archive: Archive) -> None:
    some = archive[1:4:2]
    assert isinstance(some, Archive)
    assert [sample.number for sample in some] == [2, 4]
    assert some.image_size == archive.image_size
    assert [sample.number for sample in some[::-1]] == [4, 2]
    assert len(archive[5:]) == 0


def test_has_what_the_metadata_says(archive: Archive) -> None:
    told = metadata()
    first = told["images"][0]
    sample = archive[0]
    assert archive.prompt == sample.prompt == PROMPT
    assert archive.labels == sample.labels == ("cardiomegaly", "pneumonia")
    assert archive.metadata == {name: each for name, each in told.items() if name != "images"}
    assert archive.model_card.startswith("# Chest X-ray v2")
    assert sample.metadata == first
    assert (sample.seed, sample.sha256) == (7, first["sha256"])
    assert sample.cardiothoracic_ratio == first["cardiothoracicRatio"]
    assert sample.parameters == first["parameters"]
    assert [finding.kind for finding in sample.findings] == ["cardiomegaly", "pneumonia"]
    heart, lungs = sample.findings
    assert (heart.side, heart.severity) == (None, "severe")
    assert (lungs.side, len(lungs.regions)) == ("bilateral", 2)
    assert [region.side for region in lungs.regions] == ["right", "left"]
    assert 0 < (lungs.extent or 0) <= 1


def test_gives_each_image_as_png_pillow_and_numpy(archive: Archive, path: Path) -> None:
    for sample in archive:
        assert sample.png == files_of(path.read_bytes())[sample.file]
        assert (sample.image.mode, sample.image.size) == ("L", (64, 64))
        assert sample.array.dtype == np.uint8
        assert sample.array.shape == (64, 64)
        assert np.array_equal(np.asarray(sample.image), sample.array)
        assert sample.array.std() > 20
        sample.array[0, 0] = 1  # a writable copy, as torch needs


def test_each_box_is_that_of_its_mask(archive: Archive) -> None:
    for sample in archive:
        assert len(sample.boxes) == 3
        for region in (*sample.regions, *sample.anatomy.values()):
            mask = region.mask.array
            rows, columns = ([int(each) for each in axis] for axis in np.nonzero(mask))
            left, top, right, bottom = min(columns), min(rows), max(columns), max(rows)
            assert region.box is not None
            assert region.box.xyxy == (left, top, right + 1, bottom + 1)
            assert region.box.xywh == (left, top, right - left + 1, bottom - top + 1)
            assert mask.sum() == region.pixels


def test_combines_the_masks_of_a_kind(archive: Archive) -> None:
    sample = archive[0]
    names = {"heart", "right_lung", "left_lung", "cardiomegaly", "pneumonia"}
    assert sample.masks.keys() == names
    right, left = (region.mask.array for region in sample.findings[1].regions)
    combined = sample.masks["pneumonia"]
    assert combined.array.dtype == np.bool_
    assert np.array_equal(combined.array, right | left)
    assert combined.image.mode == "1"


@pytest.mark.parametrize("kind", [str, Path, bytes, bytearray, memoryview, "stream", "file"])
def test_opens_a_path_bytes_and_files(kind: Any, path: Path) -> None:
    content = path.read_bytes()
    if kind == "file":
        with path.open("rb") as file:
            file.read(10)
            opened = sinkove.open(file)
    elif kind == "stream":
        opened = sinkove.open(io.BytesIO(content))
    else:
        opened = sinkove.open(kind(path if kind in (str, Path) else content))
    assert len(opened) == SAMPLES
    assert opened[4].array.shape == (64, 64)
    assert opened.path == (path if kind in (str, Path) else None)


def test_finds_a_path_from_home_and_from_another_folder(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(path.parent))
    monkeypatch.setenv("USERPROFILE", str(path.parent))
    assert len(sinkove.open("~/films.zip")) == SAMPLES
    monkeypatch.chdir(path.parent)
    opened = sinkove.open("films.zip")
    monkeypatch.chdir("/")
    assert pickle.loads(pickle.dumps(opened))[0].array.shape == (64, 64)


def test_after_close_only_pixels_are_gone(path: Path) -> None:
    with sinkove.open(path) as archive:
        some = archive[:2]
    assert archive.closed
    assert some.closed
    archive.close()
    assert len(some[0].boxes) == 3
    for read in (lambda: some[0].array, lambda: some[1].png, lambda: archive.model_card):
        with pytest.raises(sinkove.ArchiveError, match=r"is closed. Open it again\.") as caught:
            read()
        assert caught.value.code == "CLOSED"
    assert "closed" in repr(archive)
    assert "<img" not in archive._repr_html_()


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
@pytest.mark.parametrize("origin", ["path", "memory"])
def test_works_in_processes(method: str, origin: str, path: Path) -> None:
    program = Path(__file__).with_name("archive_processes.py")
    told = subprocess.run(
        [sys.executable, str(program), str(path), method, origin],
        env=environment(PYTHONPATH=str(PACKAGE / "src")),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (told.stdout, told.stderr) == ("same\n", "")


def sum_of(sample: Sample) -> int:
    return int(sample.array.sum())


def test_threads_share_it(archive: Archive) -> None:
    expected = [sum_of(sample) for sample in archive] * 20
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(sum_of, list(archive) * 20)) == expected


def test_samples_can_be_pickled(archive: Archive) -> None:
    copy = pickle.loads(pickle.dumps(archive[1:3]))
    assert [sample.number for sample in copy] == [2, 3]
    assert np.array_equal(copy[0].array, archive[1].array)
    assert copy[0].masks["heart"].array.any()
    archive.close()
    assert copy[1].array.any()


def test_refuses_a_file_that_was_changed(archive: Archive, path: Path) -> None:
    copy = pickle.loads(pickle.dumps(archive))
    archive.close()
    path.write_bytes(b"other")
    with pytest.raises(sinkove.ArchiveError, match="has changed since it was opened") as caught:
        _ = copy[0].array
    assert caught.value.code == "CHANGED"


def test_shows_itself_in_a_line_and_in_a_notebook(archive: Archive) -> None:
    summary = "5 samples of 64x64 pixels: cardiomegaly, pneumonia"
    assert repr(archive) == f"<Archive {summary}>"
    assert repr(archive[0]) == "<Sample 1 cardiomegaly, pneumonia>"
    assert "masks/00001-heart.png" in repr(archive[0].masks["heart"])
    html = archive._repr_html_()
    assert html.startswith(f"<p>{summary}</p>")
    assert html.count("<img") == 4
    assert archive[0]._repr_png_() == archive[0].png


def test_escapes_what_a_notebook_shows() -> None:
    told = metadata()
    told["images"][0]["prompt"] = '"><script>alert(1)</script>'
    told["images"][0]["findings"][0]["kind"] = "<b>"
    html = sinkove.open(with_metadata(told))._repr_html_()
    assert "<script>" not in html
    assert "<b>" not in html


def test_takes_what_it_does_not_know_and_misses_nothing_that_it_can_do_without() -> None:
    bare = {"imageSize": {"width": 64, "height": 64}, "images": [{"file": "images/00001.png"}]}
    [sample] = sinkove.open(with_metadata(bare))
    assert (sample.number, sample.prompt, sample.findings, sample.masks) == (1, "", (), {})
    assert sample.array.shape == (64, 64)
    told = metadata()
    told["new"] = told["images"][0]["new"] = {"member": [1]}
    told["images"][0]["findings"][0] |= {"kind": "fracture", "regions": [], "severity": "extreme"}
    sample = sinkove.open(with_metadata(told))[0]
    assert sample.labels == ("fracture", "pneumonia")
    assert sample.metadata["new"] == {"member": [1]}


def test_a_region_that_is_not_visible_has_no_box() -> None:
    told = metadata()
    told["images"][0]["findings"][0]["regions"][0]["box"] = None
    sample = sinkove.open(with_metadata(told))[0]
    assert sample.regions[0].box is None
    assert [box.label for box in sample.boxes] == ["pneumonia", "pneumonia"]
    assert all(isinstance(box, Box) for box in sample.boxes)


def test_metadata_is_plain_json(archive: Archive) -> None:
    assert json.loads(json.dumps(archive[0].metadata)) == archive[0].metadata
