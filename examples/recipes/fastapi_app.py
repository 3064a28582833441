from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

import sinkove as sk


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with sk.async_client() as client:  # SINKOVE_API_KEY, SINKOVE_API_URL
        app.state.sinkove = client
        yield


app = FastAPI(lifespan=lifespan)


class Order(BaseModel):
    prompt: str


@app.post("/datasets", status_code=201)
async def create_dataset(order: Order) -> dict[str, str]:
    try:
        dataset = await app.state.sinkove.datasets.create(
            model_id="01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2",  # Chest X-ray v2
            num_samples=2,
            args={"prompt": order.prompt},
        )
    except sk.APIError as error:
        raise HTTPException(error.status, {"code": error.code, "detail": error.detail}) from error
    return {"id": dataset.id}


@app.get("/datasets/{dataset_id}")
async def get_dataset(dataset_id: str) -> dict[str, str]:
    try:
        dataset = await app.state.sinkove.datasets.get(dataset_id)
    except sk.NotFoundError as error:
        raise HTTPException(404, {"code": error.code, "detail": error.detail}) from error
    return {"id": dataset.id, "state": dataset.state}
