from fastapi.testclient import TestClient
from fastapi_app import app


def test_a_dataset_is_created_and_found() -> None:
    with TestClient(app) as client:
        created = client.post("/datasets", json={"prompt": "cardiomegaly"})
        assert created.status_code == 201
        found = client.get(f"/datasets/{created.json()['id']}")
        assert found.json()["state"] == "PENDING"


def test_a_refusal_keeps_its_code() -> None:
    with TestClient(app) as client:
        missing = client.get("/datasets/01939ab7-0000-7000-8000-000000000000")
        assert missing.status_code == 404
        assert missing.json()["detail"]["code"] == "DATASET_NOT_FOUND"
        refused = client.post("/datasets", json={"prompt": ""})
        assert refused.status_code == 422
