"""The wheel that the build creates with Node, and the wheels for Pyodide."""

from __future__ import annotations

import base64
import csv
import email
import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from email.message import Message
from pathlib import Path

import pytest
import vendor_wheels
from packaging.requirements import Requirement

import sinkove

from .places import NODE, PACKAGE, environment

DIST = PACKAGE / "dist"
INFO = f"sinkove_sdk-{sinkove.__version__}.dist-info"
WHEEL = DIST / f"sinkove_sdk-{sinkove.__version__}-py3-none-any.whl"
VENDOR = PACKAGE / "vendor/pyodide"


@pytest.fixture(scope="module")
def hatchlings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with hatchling's sdist and the wheel that it builds from that."""
    folder = tmp_path_factory.mktemp("hatchlings")
    command = [sys.executable, "-m", "build", "--no-isolation", f"--outdir={folder}", str(PACKAGE)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def fields(message: Message, *without: str) -> dict[str, list[object]]:
    """The values of each field. The order of fields, keywords and limits does not matter."""
    return {
        name: sorted(_compared(name, message.get_all(name, [])), key=str)
        for name in message
        if name not in without
    }


def _compared(name: str, values: list[str]) -> list[object]:
    if name == "Keywords":
        return [word for value in values for word in value.split(",")]
    return [Requirement(each) if name == "Requires-Dist" else each for each in values]


def in_node(program: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [NODE, "--input-type=module-typescript", "--eval", program],
        cwd=PACKAGE,
        env=environment(**variables),
        capture_output=True,
        text=True,
        check=False,
    )


def test_has_the_files_of_the_wheel_that_hatchling_makes(hatchlings: Path) -> None:
    ours, theirs = contents(WHEEL), contents(hatchlings / WHEEL.name)
    assert ours.keys() == theirs.keys()
    written = {f"{INFO}/{name}" for name in ("METADATA", "RECORD", "WHEEL")}
    different = {name for name, content in ours.items() if content != theirs[name]}
    assert different <= written


def test_has_the_metadata_of_the_wheel_that_hatchling_makes(hatchlings: Path) -> None:
    ours, theirs = (
        email.message_from_bytes(contents(each)[f"{INFO}/METADATA"])
        for each in (WHEEL, hatchlings / WHEEL.name)
    )
    assert fields(ours) == fields(theirs)
    assert ours.get_payload() == theirs.get_payload()


def test_has_the_tags_of_the_wheel_that_hatchling_makes(hatchlings: Path) -> None:
    ours, theirs = (
        email.message_from_bytes(contents(each)[f"{INFO}/WHEEL"])
        for each in (WHEEL, hatchlings / WHEEL.name)
    )
    assert fields(ours, "Generator") == fields(theirs, "Generator")


def test_records_the_hash_and_size_of_each_file() -> None:
    ours = contents(WHEEL)
    rows = list(csv.reader(ours[f"{INFO}/RECORD"].decode().splitlines()))
    assert sorted(row[0] for row in rows) == sorted(ours)
    for name, recorded, size in rows:
        if name == f"{INFO}/RECORD":
            assert (recorded, size) == ("", "")
            continue
        digest = base64.urlsafe_b64encode(hashlib.sha256(ours[name]).digest()).rstrip(b"=")
        assert (recorded, size) == (f"sha256={digest.decode()}", str(len(ours[name])))


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Auckland"])
def test_has_the_same_bytes_each_time(zone: str) -> None:
    program = """
        import { buildWheel } from "./scripts/wheel/wheel.ts";
        process.stdout.write(Buffer.from(buildWheel(process.cwd()).content).toString("base64"));
    """
    assert base64.b64decode(in_node(program, TZ=zone).stdout) == WHEEL.read_bytes()


def test_installs_in_an_empty_environment(tmp_path: Path) -> None:
    venv.create(tmp_path, with_pip=True)
    python = str(tmp_path / ("Scripts" if os.name == "nt" else "bin") / "python")
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(subprocess.check_output([python, "-c", where], text=True).strip())
    # Its dependencies are in this environment: pip checks their versions and downloads nothing.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index"]
    subprocess.run([*pip, str(WHEEL)], check=True, env=environment())
    program = (
        "import sinkove; assert sinkove.__version__ == '" + sinkove.__version__ + "';"
        "print(sinkove.client('sinkove_test_ExampleExampleExampleExample01232CnkCL',"
        " base_url='http://127.0.0.1:9'))"
    )
    told = subprocess.run(
        [python, "-c", program], check=True, env=environment(), capture_output=True, text=True
    )
    assert told.stdout == "<Sinkove http://127.0.0.1:9/v1>\n"


def test_ships_types_and_a_licence_and_no_tests(hatchlings: Path) -> None:
    names = list(contents(WHEEL))
    assert "sinkove/py.typed" in names
    assert f"{INFO}/licenses/LICENSE" in names
    (sdist,) = hatchlings.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names += archive.getnames()
    assert not any("test" in Path(name).parts or "tests" in Path(name).parts for name in names)


@pytest.mark.parametrize(
    ("more", "setting"),
    [
        ('[project.gui-scripts]\nsinkove = "sinkove:main"', "gui-scripts"),
        ('[project.scripts]\nsinkove = "sinkove:main"', "scripts"),
        ('[tool.hatch.version]\npath = "src/sinkove/_version.py"', "version"),
        ('[tool.hatch.build.targets.wheel.force-include]\n"a" = "b"', "force-include"),
        ("[tool.hatch.build.hooks.custom]", "hooks"),
    ],
)
def test_is_not_made_if_a_setting_would_be_left_out(
    more: str, setting: str, tmp_path: Path
) -> None:
    refusal = _built_with(f"{_pyproject()}\n{more}\n", tmp_path)
    assert "does not support this pyproject.toml" in refusal
    assert f'Unrecognized key: "{setting}"' in refusal


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ('"tqdm>=4.66"', "\"tqdm>=4.66; sys_platform == 'linux'\""),
        ('"httpx>=0.28,<0.29"', '"httpx[http2]"'),
        ('version = "', 'version = "v'),
        ('"LICENSE"', '"LICEN*"'),
        ('"hatchling.build"', '"setuptools.build_meta"'),
    ],
)
def test_is_not_made_if_a_value_has_another_form(now: str, then: str, tmp_path: Path) -> None:
    assert now in _pyproject()
    refusal = _built_with(_pyproject().replace(now, then), tmp_path)
    assert "does not support this pyproject.toml" in refusal


def _pyproject() -> str:
    return (PACKAGE / "pyproject.toml").read_text("utf-8")


def _built_with(pyproject: str, folder: Path) -> str:
    """The build's error for a project with another pyproject.toml."""
    shutil.copytree(PACKAGE / "src", folder / "src")
    for name in ("LICENSE", "README.md"):
        shutil.copy(PACKAGE / name, folder)
    (folder / "pyproject.toml").write_text(pyproject, "utf-8")
    program = """
        import { buildWheel } from "./scripts/wheel/wheel.ts";
        buildWheel(process.env.PROJECT);
    """
    return in_node(program, PROJECT=str(folder)).stderr


def test_pyodides_wheels_have_the_versions_that_the_tests_use() -> None:
    listed = json.loads((VENDOR / "wheels.json").read_text("utf-8"))
    pinned = [
        f"{name}-{vendor_wheels.pinned(name)}-py3-none-any.whl" for name in vendor_wheels.NAMES
    ]
    assert [each["file"] for each in listed] == pinned
    assert listed == [vendor_wheels.described(VENDOR / name) for name in pinned]
    assert sorted(pinned) == sorted(each.name for each in VENDOR.glob("*.whl"))


def test_pyodides_wheels_bring_their_licences() -> None:
    for wheel in VENDOR.glob("*.whl"):
        assert any("/licenses/LICENSE" in name for name in contents(wheel)), wheel.name


@pytest.mark.parametrize("fault", ["changed", "missing"])
def test_the_build_refuses_a_wheel_that_is(fault: str, tmp_path: Path) -> None:
    folder = tmp_path / "vendor"
    shutil.copytree(VENDOR, folder)
    wheel = next(folder.glob("idna-*.whl"))
    if fault == "changed":
        wheel.write_bytes(wheel.read_bytes() + b"\0")
    else:
        wheel.unlink()
    program = """
        import { readVendoredWheels } from "./scripts/vendored-wheels.ts";
        readVendoredWheels(process.env.FOLDER);
    """
    refusal = in_node(program, FOLDER=str(folder)).stderr
    assert f"{wheel.name} " in refusal
    assert "npm run vendor -w packages/sdk-python" in refusal
