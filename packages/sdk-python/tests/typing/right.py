"""Correct programs: the strictest type checking finds no error."""

from __future__ import annotations

import os
import pickle
from collections.abc import Mapping
from datetime import date, datetime
from email.message import Message
from pathlib import Path
from uuid import UUID

import sinkove
from sinkove import AsyncSinkove, Client, Dataset, Sinkove, webhooks
from sinkove.exceptions import SinkoveError
from sinkove.types import ApiKeyChanges, DatasetConfig


def use(client: Sinkove) -> None:
    model = client.models.list()[0]
    dataset = client.datasets.create(model, 50, {"prompt": "cardiomegaly", "seed": 7}, timeout=None)
    client.datasets.create("chest-xray-v2", 50, {"prompt": "cardiomegaly"})
    client.datasets.create(UUID(model.id), 50, {}, organization_id=client.organizations.list()[0])
    if dataset.state == "READY" and dataset.ready and dataset.ready():
        print(dataset.save(Path("~/a.zip")).path)
    dataset.wait(600, on_progress=lambda found: print(found.progress)).reload(max_retries=0)
    for found in client.datasets.list(state="READY", created_after=date(2026, 1, 2)):
        print(found.id, found.metadata and found.metadata.size)
    client.usage(start=datetime(2026, 1, 2), interval="day")
    changes: ApiKeyChanges = {"enabled": False, "scopes": ["datasets:read"]}
    client.api_keys.update("id", changes, headers={"traceparent": "00"})
    client.api_keys.create("ci", rate_limit={"limit": 5, "windowSeconds": 60}, idempotency_key="x")
    print(sinkove.cache.size(), sinkove.archive.Box, sinkove.hooks.RequestInfo)
    config: DatasetConfig = {"model": model, "prompts": ["cardiomegaly"], "size": 5}
    client.create_dataset(config)
    client.create_dataset({"model": "chest-xray-v2", "prompts": ["cardiomegaly"], "size": 5})
    got, response = client.with_response(client.datasets.get, dataset.id)
    print(got.progress, response.request_id)
    again: Dataset = pickle.loads(pickle.dumps(dataset))
    print(len(client.datasets.download(again.attach(client).id)))


async def use_awaiting(client: AsyncSinkove) -> None:
    async with client:
        async for dataset in client.datasets.list(state="FAILED"):
            if dataset.ready or await dataset.ready():
                await dataset.save("a.zip")
        print(len(await client.datasets.list()))


def receive(
    body: bytes, headers: Mapping[str, str], asgi: list[tuple[bytes, bytes]], message: Message
) -> str:
    event = webhooks.unwrap(body, headers, os.environ.get("WEBHOOK_SECRET"), tolerance=60)
    webhooks.unwrap(body, asgi, ["whsec_new", "whsec_old"])
    webhooks.unwrap(body, message, "whsec_")  # the headers of http.server
    if isinstance(event, webhooks.UnknownWebhookEvent):
        return str(event.data)
    if event.type == "dataset.ready" or event.type == "dataset.failed":
        return event.data.dataset_id
    return event.data.api_key_id if event.type == "api_key.leaked" else event.organization_id


try:
    with sinkove.client(base_url="http://127.0.0.1:4010", max_retries=5) as made:
        use(made)
    print(Client("organization", "key").datasets.list()[0].num_samples)
except SinkoveError as error:
    print(error.code)
