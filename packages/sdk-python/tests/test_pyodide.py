"""The SDK in Pyodide, from the wheels in dist/pyodide, without a package index."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from .places import NODE, PACKAGE, environment
from .servers import real_server

KEY = "sinkove_test_ExampleExampleExampleExample01232CnkCL"

PASSED_IN = """
import httpx, sinkove as sk

def answer(request):
    assert request.headers["authorization"].startswith("Bearer sinkove_test_")
    return httpx.Response(200, json=[{"id": "a", "metadata": {"state": "READY"}}])

transport = httpx.MockTransport(answer)
client = sk.client(base_url="http://127.0.0.1:9", transport=transport)
print([dataset.status for dataset in client.list_datasets()])
async with sk.async_client(base_url="http://127.0.0.1:9", transport=transport) as client:
    print([dataset.status async for dataset in client.list_datasets()])
"""

ON_THE_NETWORK = """
import sinkove as sk

with sk.client() as client:
    dataset = client.create_dataset({"model": "chest-xray-v2", "prompts": ["pneumonia"], "size": 1})
    dataset.wait(timeout=60)
    dataset.save("films/pneumonia.zip")
    print(open("films/pneumonia.zip", "rb").read(2), client.rate_limit.remaining > 0)
    try:
        client.dataset("00000000-0000-7000-8000-000000000000")
    except sk.NotFoundError as error:
        print(error.code, bool(error.request_id))
async with sk.async_client() as client:
    found = await client.dataset(dataset.id)
    print((await found.wait()).status, (await client.datasets.download(found.id))[:2])
"""

NOBODY_THERE = """
import sinkove as sk

for client in (sk.client(max_retries=1), sk.async_client(max_retries=1)):
    try:
        result = client.me()
        await result
    except ConnectionError as error:
        print(type(error).__name__, len(error.attempts))
"""


def run(program: str, folder: Path, **variables: str) -> str:
    path = folder / "program.py"
    path.write_text(program, "utf-8")
    result = subprocess.run(
        [NODE, "tests/pyodide-host.ts", str(path)],
        cwd=PACKAGE,
        env=environment(**variables),
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert result.returncode == 0, result.stderr[-3000:]
    return result.stdout


@pytest.fixture(scope="module", autouse=True)
def _is_built() -> None:
    if not (PACKAGE / "dist/pyodide/index.json").exists():
        pytest.fail("dist/pyodide is missing: run `npm run build -w packages/sdk-python` first.")


def test_runs_with_a_transport_that_is_passed_in(tmp_path: Path) -> None:
    assert run(PASSED_IN, tmp_path, SINKOVE_API_KEY=KEY) == "['ready']\n['ready']\n"


def test_runs_on_the_browsers_network_by_default(tmp_path: Path) -> None:
    with real_server(SINKOVE_ENVIRONMENT="test") as server:
        told = run(ON_THE_NETWORK, tmp_path, SINKOVE_API_KEY=server.key, SINKOVE_API_URL=server.url)
    assert told == "b'PK' True\nDATASET_NOT_FOUND True\nready b'PK'\n"


def test_tells_that_nobody_answers(tmp_path: Path) -> None:
    told = run(NOBODY_THERE, tmp_path, SINKOVE_API_KEY=KEY, SINKOVE_API_URL="http://127.0.0.1:1")
    assert told == "ConnectionError 2\nConnectionError 2\n"
