"""Programs with an error in each marked line, which type checkers find."""

from __future__ import annotations

import sinkove
from sinkove import Client, Dataset

client = sinkove.client()

# Values that the API does not have.
client.datasets.list(state="NONSENSE")  # fault
client.api_keys.create("ci", scopes=["datasets:everything"])  # fault
client.usage(interval="minute")  # fault
client.invitations.create("id", "ada@example.org", role="king")  # fault
client.datasets.download("id", "a.zip", strategy="overwrite")  # fault


def show(dataset: Dataset) -> None:
    dataset.download("a.zip", "overwrite")  # fault
    dataset.colour  # fault
    dataset.wait("soon")  # fault


# Options and arguments that do not exist.
sinkove.clinet()  # fault
client.datasets.list(states="READY")  # fault
client.me(timout=3)  # fault
client.me(timeout="3")  # fault
client.api_keys.get("id", idempotency_key="x")  # fault
client.datasets.create("id", "fifty", {})  # fault
client.datasets.create("id", 50)  # fault
client.datasets.create("id", 50, {}, seed=7)  # fault
client.datasets.get(7)  # fault
client.datasets.get(client.models.get("id"))  # fault
sinkove.client(time_out=3)  # fault
sinkove.client(timeout="3")  # fault
sinkove.client(7)  # fault
sinkove.async_client(transport="http://proxy")  # fault
Client()  # fault
Client("id", base_uri="http://127.0.0.1:4010")  # fault

# Dictionaries.
client.api_keys.update("id", {"enabld": False})  # fault
client.api_keys.update("id", {"enabled": "no"})  # fault
client.api_keys.create("ci", rate_limit={"limit": 5})  # fault
client.members.update("id", "id", {"role": "king"})  # fault

# Results.
count: str = client.me().account.rate_limit.limit  # fault
client.datasets.get("id").state.lower(1)  # fault


async def wait() -> None:
    awaiting = sinkove.async_client()
    dataset = await awaiting.datasets.get("id")
    await awaiting.datasets.list(state="NONSENSE")  # fault
    await dataset.download("a.zip", "overwrite")  # fault
    for _ in awaiting.datasets.list():  # fault
        pass
    found: bool = dataset.ready()  # fault
    print(found)
