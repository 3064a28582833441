"""How a notebook or a prompt shows records and lists."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

import sinkove
from sinkove._record import read_record
from sinkove.generated import models

KEY = "sinkove_test_ExampleExampleExampleExample01232CnkCL"
LIVE = "sinkove_live_FAKEfakeFAKEfakeFAKEfakeFAKEfake3gaPtB"
URL = "http://127.0.0.1:9"
ID = "01939ae2-5d40-7a1f-9b2e-6f0c2d8e4a17"
MODEL = {
    "id": ID,
    "slug": "chest-xray-v2",
    "name": "Chest X-ray 2",
    "description": "Frontal films of the chest. " * 9,
    "visibility": "PUBLIC",
    "organizationId": None,
    "modality": "chest-xray",
    "imageSize": {"width": 512, "height": 512},
    "maxSamples": 500,
    "argsSchema": {"properties": {"prompt": {"description": "words " * 500}}},
    "modelCard": "# Card\n" + "words " * 900,
    "createdAt": "2026-01-02T03:04:05Z",
}


def client(answer: Any, link: str | None = None) -> sinkove.Sinkove:
    headers = {"link": link} if link else {}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json=answer, headers=headers))
    return sinkove.client(KEY, base_url=URL, transport=transport)


def dataset(number: int = 0, **more: Any) -> dict[str, Any]:
    metadata = {"state": "READY", "progress": 100}
    return {"id": f"{ID[:-2]}{number:02d}", "numSamples": 50, "metadata": metadata, **more}


def test_a_list_of_models_is_short() -> None:
    shown = repr(client([MODEL] * 3).models.list())
    assert len(shown) < 900
    assert shown.count("chest-xray-v2") == 3
    assert "words" not in shown


def test_a_record_shows_what_is_short_and_says_that_there_is_more() -> None:
    shown = repr(read_record(models.Model, MODEL))
    assert shown.startswith(f"Model(id='{ID}', slug='chest-xray-v2', name='Chest X-ray 2', ")
    assert shown.endswith(", …)")
    assert len(shown) < 250
    assert repr(read_record(models.RateLimit, {"limit": 5, "windowSeconds": 60})) == (
        "RateLimit(limit=5, window_seconds=60)"
    )
    assert repr(read_record(models.Usage, {"buckets": [{"requests": 3}] * 90})) == (
        "Usage(buckets=[90 items])"
    )


def test_every_record_has_a_short_repr_whatever_it_holds() -> None:
    kinds = [each for each in vars(models).values() if hasattr(each, "__dataclass_fields__")]
    assert len(kinds) > 20
    for kind in kinds:
        for value in ("x" * 5000, {"a": "x" * 5000}, ["x" * 5000], None, 5):
            record = object.__new__(kind)
            record.__dict__.update(dict.fromkeys(kind.__dataclass_fields__, value))
            assert len(repr(record)) < 400
        assert repr(object.__new__(kind)) == f"{kind.__name__}()"  # a debugger may call it early


def test_a_long_list_shows_its_beginning_and_how_many_there_are() -> None:
    whole = client([dataset(number) for number in range(40)]).datasets.list()
    assert repr(whole).endswith(", … 35 more]")
    assert repr(whole).count("<Dataset") == 5
    more = client([dataset(number) for number in range(40)], '</v1/d?cursor=c>; rel="next"')
    assert repr(more.datasets.list()).endswith(", … 35 more, and further pages]")
    assert repr(client([dataset()]).datasets.list()) == f"[<Dataset {ID[:-2]}00 READY 100 %>]"
    assert repr(client([]).datasets.list()) == "[]"


def test_a_page_is_short() -> None:
    page = client([dataset(number) for number in range(40)]).datasets.list().page()
    assert len(repr(page)) < 120
    assert "40 items" in repr(page)


def test_a_notebook_shows_a_list_as_a_table() -> None:
    html = client([MODEL] * 2).models.list()._repr_html_()
    assert re.findall("<th>(.*?)</th>", html)[:3] == ["id", "slug", "name"]
    assert html.count("<tr>") == 3
    assert "words" not in html
    table = client([dataset(number) for number in range(40)]).datasets.list()._repr_html_()
    assert table.count("<tr>") == 21
    assert "20 of 40" in table
    assert "READY" in table
    assert client([]).models.list()._repr_html_() == "<p>No items.</p>"
    assert "<table>" in client([MODEL]).models.list().page()._repr_html_()


def test_a_table_sends_nothing() -> None:
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        headers = {"link": '</v1/datasets?cursor=c>; rel="next"'}
        return httpx.Response(200, json=[dataset()], headers=headers)

    transport = httpx.MockTransport(answer)
    found = sinkove.client(KEY, base_url=URL, transport=transport).datasets.list()
    assert "first 1" in found._repr_html_()
    assert repr(found)
    assert len(sent) == 1


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'])
def test_a_table_escapes_what_the_server_sends(name: str) -> None:
    html = client([{**MODEL, "name": name, "slug": name}]).models.list()._repr_html_()
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;" in html


def test_no_key_is_shown() -> None:
    answer = [{"id": "k", "name": LIVE, "prefix": LIVE}]
    found = client(answer).api_keys.list()
    assert "fakefake" not in (repr(found) + found._repr_html_()).lower()
    odd = client([dataset(state=LIVE, metadata={"state": LIVE})]).datasets.list()
    assert "fakefake" not in (repr(odd) + odd._repr_html_()).lower()


def test_the_token_of_an_invitation_is_shown_only_when_it_is_read() -> None:
    answer = {"id": ID, "email": "ada@example.org", "token": "an-invitation-token"}
    invitation = client(answer).invitations.create(ID, "ada@example.org")
    assert invitation.token == "an-invitation-token"
    assert repr(invitation) == (
        f"IssuedInvitation(id='{ID}', email='ada@example.org', token=<token>)"
    )
    assert "an-invitation-token" not in str(vars(invitation))


@pytest.mark.parametrize("item", [5, None, "x" * 900, LIVE, []])
def test_an_item_that_is_no_object_is_refused_without_repeating_it(item: Any) -> None:
    with pytest.raises(sinkove.ResponseError, match="where the API has a Model") as caught:
        client([item]).models.list()
    assert len(str(caught.value)) < 150
