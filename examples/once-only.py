import uuid

import sinkove as sk

client = sk.client()
once = str(uuid.uuid4())
order = {
    "model_id": "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2",
    "num_samples": 2,
    "args": {"prompt": "cardiomegaly"},
}

first = client.datasets.create(**order, idempotency_key=once)
again = client.datasets.create(**order, idempotency_key=once)
print("one dataset" if first.id == again.id else "two datasets")
