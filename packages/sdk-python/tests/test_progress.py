"""Progress bars of waits and downloads, in terminals and notebooks."""

from __future__ import annotations

import asyncio
import hashlib
import io
import sys
import warnings
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import sinkove
from sinkove import Runtime, _progress
from sinkove._record import read_record

from .scripted_api import ID, KEY, URL, Api

FILE = b"film" * 100


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def made(state: str, progress: int) -> dict[str, Any]:
    return {"id": ID, "numSamples": 50, "metadata": {"state": state, "progress": progress}}


def answers() -> list[Any]:
    file = {"URL": "http://files.test/f", "size": 400, "sha256": hashlib.sha256(FILE).hexdigest()}
    return [
        *(made("PENDING", 0), made("STARTED", 30), made("READY", 100)),
        *(file, httpx.Response(200, content=FILE)),
    ]


def blocking(**options: Any) -> None:
    client = Api(*answers()).client(runtime=Runtime(sleep=lambda _: None))
    client.datasets.wait(ID, **options)
    client.datasets.download(ID, **options)


def awaiting(**options: Any) -> None:
    async def no_time(_: float) -> None: ...

    client = sinkove.async_client(
        KEY,
        base_url=URL,
        transport=httpx.MockTransport(Api(*answers())),
        runtime=Runtime(sleep=no_time),
    )

    async def run() -> None:
        await client.datasets.wait(ID, **options)
        await client.datasets.download(ID, **options)

    asyncio.run(run())


KINDS = pytest.mark.parametrize("run", [blocking, awaiting])


def terminal_of(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    return terminal


@KINDS
def test_a_terminal_shows_state_images_and_bytes(
    run: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = terminal_of(monkeypatch)
    run()
    shown = terminal.getvalue()
    for text in ("PENDING", "0/50", "STARTED", "15/50", "READY", "50/50", "images/s", "400/400"):
        assert text in shown
    assert f"Dataset …{ID[-12:]}" in shown
    before = terminal.getvalue()
    run(progress=False)
    assert terminal.getvalue() == before


class Notebook:
    """A Jupyter kernel, and a ``tqdm.auto`` that records its calls."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, shell: object) -> None:
        self.events: list[Any] = []
        notes = self.events

        class Bar:
            n = 0
            total: int | None = None

            def __init__(self, **options: Any) -> None:
                notes.append(options["desc"])

            def __enter__(self) -> Any:
                return self

            def __exit__(self, *_: object) -> None:
                notes.append("closed")

            def set_description(self, text: str, **_: Any) -> None:
                notes.append(text)

            def reset(self, total: int) -> None:
                self.total = total

            def update(self, count: int) -> None:
                self.n += count
                notes.append((self.n, self.total))

            def refresh(self) -> None: ...

        monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell))
        monkeypatch.setitem(sys.modules, "tqdm.auto", SimpleNamespace(tqdm=Bar))


@KINDS
def test_a_notebook_shows_them_too(
    run: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = Notebook(monkeypatch, SimpleNamespace(kernel=object()))
    run()
    title = f"Dataset …{ID[-12:]}"
    assert notebook.events == [
        *(title, f"{title} PENDING", (0, 50), f"{title} STARTED", (15, 50)),
        *(f"{title} READY", (50, 50), "closed"),
        *(title, (400, 400), "closed"),
    ]


def test_a_notebook_without_widgets_warns_of_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=object))
    monkeypatch.setitem(sys.modules, "ipykernel.zmqshell", SimpleNamespace())
    for name in ("tqdm.auto", "tqdm.autonotebook", "tqdm.notebook"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    with warnings.catch_warnings(record=True) as shown:
        warnings.simplefilter("always")
        assert _progress._tqdm() is not None
    assert [str(each.message) for each in shown] == []


@pytest.mark.parametrize("shell", [None, SimpleNamespace()])
@KINDS
def test_an_ipython_without_a_kernel_and_without_a_terminal_shows_nothing(
    run: Callable[..., None], monkeypatch: pytest.MonkeyPatch, shell: object
) -> None:
    notebook = Notebook(monkeypatch, shell)
    run()
    assert notebook.events == []


@KINDS
def test_nothing_is_shown_and_nothing_fails_without_tqdm(
    run: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = terminal_of(monkeypatch)
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    run()
    assert terminal.getvalue() == ""


@KINDS
def test_a_program_without_standard_error_shows_nothing(
    run: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr", None)
    run()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(num_samples=JSON, progress=JSON, state=JSON)
def test_no_answer_of_a_server_breaks_a_bar(num_samples: Any, progress: Any, state: Any) -> None:
    metadata = {"state": state, "progress": progress}
    told = {"id": ID, "numSamples": num_samples, "metadata": metadata}
    dataset = read_record(sinkove.Dataset, told)
    done, total = _progress._images(dataset)
    assert isinstance(done, int)
    assert 0 <= done <= total
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stderr", Terminal())
        with _progress.wait_bar(ID, shown=True) as show:
            show(dataset)
