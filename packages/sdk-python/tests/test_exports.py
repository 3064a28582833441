"""Exports of an archive: tables, COCO, folders, contact sheets, tensors; and their extras."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis.extra import numpy as arrays
from PIL import Image

import sinkove
from sinkove.archive import Archive, _coco

from .archives import files_of, metadata, real_archive, with_metadata, zip_of
from .places import PACKAGE, environment


@pytest.fixture
def archive() -> Archive:
    return sinkove.open(real_archive())


def test_a_table_of_samples(archive: Archive) -> None:
    table = archive.to_pandas()
    assert list(table["sample"]) == [1, 2, 3, 4, 5]
    assert list(table["file"]) == [sample.file for sample in archive]
    assert table["pneumonia"].dtype == np.bool_
    assert table["pneumonia"].all()
    assert list(table["parameters.sex"]) == [sample.parameters["sex"] for sample in archive]
    assert table["cardiothoracic_ratio"].between(0.5, 0.8).all()


def test_a_table_of_regions(archive: Archive) -> None:
    table = archive.to_pandas("regions")
    assert len(table) == 15
    boxes = [box.xywh for sample in archive for box in sample.boxes]
    assert [tuple(row) for row in table[["x", "y", "width", "height"]].to_numpy()] == boxes
    counts = table.groupby("label")["pixels"].count().to_dict()
    assert counts == {"cardiomegaly": 5, "pneumonia": 10}
    with pytest.raises(sinkove.ArgumentError, match='rows must be "samples" or "regions"'):
        archive.to_pandas("masks")  # type: ignore[arg-type]


@pytest.mark.parametrize("rows", ["samples", "regions"])
def test_an_empty_table_has_the_same_columns(archive: Archive, rows: Any) -> None:
    columns = [name for name in archive.to_pandas(rows) if not name.startswith("parameters.")]
    empty = archive[:0].to_pandas(rows)
    assert isinstance(empty, pd.DataFrame)
    assert list(empty.columns) == [name for name in columns if name not in archive.labels]


def decoded(segmentation: dict[str, Any]) -> Any:
    """Decodes the mask of an uncompressed RLE, as COCO defines it."""
    height, width = segmentation["size"]
    runs = [np.full(count, index % 2) for index, count in enumerate(segmentation["counts"])]
    return np.concatenate(runs).reshape((width, height)).T.astype(bool)


def test_coco_has_each_image_box_and_mask(archive: Archive) -> None:
    coco = json.loads(json.dumps(archive.to_coco()))
    categories = {each["id"]: each["name"] for each in coco["categories"]}
    assert categories == {1: "cardiomegaly", 2: "pneumonia"}
    regions = [(sample, region) for sample in archive for region in sample.regions]
    assert [each["id"] for each in coco["annotations"]] == list(range(1, 16))
    for told, (sample, region) in zip(coco["annotations"], regions, strict=True):
        [image] = [each for each in coco["images"] if each["id"] == told["image_id"]]
        assert image["file_name"] == sample.file
        assert (image["width"], image["height"]) == sample.size
        assert categories[told["category_id"]] == region.label
        assert region.box is not None
        assert told["bbox"] == list(region.box.xywh)
        assert told["area"] == region.pixels
        assert np.array_equal(decoded(told["segmentation"]), region.mask.array)


def test_coco_takes_the_order_of_labels(archive: Archive) -> None:
    coco = archive[:1].to_coco(labels=["nodule", "pneumonia"], masks=False)
    assert [each["name"] for each in coco["categories"]] == ["nodule", "pneumonia"]
    assert [each["category_id"] for each in coco["annotations"]] == [2, 2]
    assert all("segmentation" not in each for each in coco["annotations"])


@given(arrays.arrays(np.bool_, arrays.array_shapes(min_dims=2, max_dims=2, max_side=9)))
def test_each_mask_comes_back_from_its_runs(mask: Any) -> None:
    told = _coco.run_lengths(mask)
    assert np.array_equal(decoded(told), mask)
    assert all(count > 0 for count in told["counts"][1:])


def test_extracts_the_files_of_its_samples(archive: Archive, tmp_path: Path) -> None:
    paths = archive[1:3].extract(tmp_path / "new" / "films")
    files = files_of(real_archive())
    found = {each.relative_to(tmp_path / "new/films").as_posix(): each for each in paths}
    expected = {name for name in files if "/" not in name or "/00002" in name or "/00003" in name}
    assert found.keys() == expected
    assert all(path.read_bytes() == files[name] for name, path in found.items())
    left = [each for each in (tmp_path / "new").rglob("*") if each.is_file()]
    assert sorted(left) == sorted(paths)


def test_extract_says_what_happens_to_files_that_exist(archive: Archive, tmp_path: Path) -> None:
    old = tmp_path / "images/00002.png"
    old.parent.mkdir()
    old.write_bytes(b"old")
    with pytest.raises(sinkove.DownloadError) as caught:
        archive.extract(tmp_path)
    assert caught.value.code == "FILE_EXISTS"
    assert [each.name for each in tmp_path.rglob("*") if each.is_file()] == ["00002.png"]
    assert old in archive.extract(tmp_path, strategy="skip")
    assert old.read_bytes() == b"old"
    archive.extract(tmp_path, strategy="replace")
    assert old.read_bytes() == archive[1].png
    with pytest.raises(sinkove.ArgumentError, match="strategy must be"):
        archive.extract(tmp_path, strategy="merge")  # type: ignore[arg-type]


def test_extract_leaves_no_part_of_a_damaged_file(tmp_path: Path) -> None:
    content = bytearray(real_archive())
    name = b"masks/00002-heart.png"
    content[content.index(name) + len(name) + 20] ^= 1
    with pytest.raises(sinkove.ArchiveError, match=r"00002-heart\.png is damaged"):
        sinkove.open(content).extract(tmp_path)
    assert not (tmp_path / name.decode()).exists()
    assert not list(tmp_path.rglob(".*"))


def test_extract_says_that_a_folder_cannot_be_written_to(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(sinkove.ArchiveError) as caught:
        archive.extract(tmp_path / "file")
    assert caught.value.code == "NOT_WRITTEN"


def test_a_contact_sheet_has_every_image(archive: Archive) -> None:
    sheet = np.asarray(archive.contact_sheet(columns=3, tile=64, boxes=False))
    assert sheet.shape == (64 * 2 + 4, 64 * 3 + 8, 3)
    for index, sample in enumerate(archive):
        top, left = index // 3 * 68, index % 3 * 68
        tile = sheet[top : top + 64, left : left + 64]
        assert np.array_equal(tile, np.stack([sample.array] * 3, axis=-1))
    assert (sheet[68:, 136:] == 255).all()


def test_a_contact_sheet_has_the_boxes_in_colours(archive: Archive) -> None:
    sheet = np.asarray(archive[:1].contact_sheet(tile=64))
    box = archive[0].boxes[0]
    assert tuple(sheet[box.y + box.height - 1, box.x]) == (0xFF, 0xB0, 0x00)


def test_a_contact_sheet_of_little(archive: Archive) -> None:
    assert archive[:0].contact_sheet().size == (192, 192)
    with pytest.raises(sinkove.ArgumentError, match="columns and tile must be at least 1"):
        archive.contact_sheet(columns=0)


def test_an_image_that_is_not_square_keeps_its_shape() -> None:
    told = metadata()
    told["imageSize"] = {"width": 64, "height": 32}
    told["images"] = [{"file": "images/00001.png"}]
    files = files_of(with_metadata(told))
    stream = io.BytesIO()
    Image.new("L", (64, 32), 200).save(stream, "PNG")
    files["images/00001.png"] = stream.getvalue()
    [sample] = archive = sinkove.open(zip_of(files))
    assert sample.array.shape == (32, 64)
    sheet = np.asarray(archive.contact_sheet(tile=64))
    assert (sheet[:32] == 200).all()
    assert (sheet[32:] == 0).all()


TORCH = Path(__file__).with_name("stand_ins")


def test_is_a_dataset_for_torch(tmp_path: Path) -> None:
    path = tmp_path / "films.zip"
    path.write_bytes(real_archive())
    program = Path(__file__).with_name("torch_program.py")
    assert run(str(program), str(path), PYTHONPATH=f"{PACKAGE / 'src'}{os.pathsep}{TORCH}") == (
        "trained with a stand-in\n"
    )


WITHOUT: list[tuple[str, str, str]] = [
    ("PIL", "archive[0].image", "images"),
    ("PIL", "archive[0].masks['heart'].image", "images"),
    ("PIL", "archive.contact_sheet()", "images"),
    ("PIL", "archive.to_coco()", "images"),
    ("numpy", "archive[0].array", "images"),
    ("pandas", "archive.to_pandas()", "pandas"),
    ("torch", "archive.torch_dataset()", "torch"),
]

HEAD = """
import sys
for name in ("PIL", "numpy", "pandas", "torch") if {blocked!r} == "all" else ({blocked!r},):
    sys.modules[name] = None
import sinkove
archive = sinkove.open({path!r})
"""


@pytest.mark.parametrize(("blocked", "call", "extra"), WITHOUT)
def test_says_which_extra_is_missing(blocked: str, call: str, extra: str, tmp_path: Path) -> None:
    path = tmp_path / "films.zip"
    path.write_bytes(real_archive())
    told = run(
        "-c",
        HEAD.format(blocked=blocked, path=str(path))
        + f"try:\n    {call}\nexcept ImportError as error:\n    print(error.code, error)",
        PYTHONPATH=str(PACKAGE / "src"),
    )
    assert told.startswith(f"MISSING_DEPENDENCY {blocked} is needed to ")
    assert told.endswith(f'pip install "sinkove-sdk[{extra}]"\n')


def test_needs_nothing_but_the_standard_library_for_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "films.zip"
    path.write_bytes(real_archive())
    told = run(
        "-c",
        HEAD.format(blocked="all", path=str(path))
        + f"""
sample = archive[0]
assert sample.png.startswith(b"\\x89PNG") and len(sample.boxes) == 3
assert len(archive.to_coco(masks=False)["annotations"]) == 15
assert len(archive.extract({str(tmp_path / "out")!r})) == 37
assert archive._repr_html_() and archive.model_card
print(sorted({{"httpx", "anyio"}} & sys.modules.keys()))
""",
        PYTHONPATH=str(PACKAGE / "src"),
    )
    assert told == "[]\n"


def run(*command: str, **variables: str) -> str:
    told = subprocess.run(
        [sys.executable, *command],
        env=environment(**variables),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    return told.stdout
