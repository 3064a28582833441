"""Makes a dataset with the official client, downloads it and opens it; prints what came of it as JSON."""

import json
import sys
import time
import zipfile

from sinkove import Client

organization_id, model_id, file = sys.argv[1:]
client = Client(organization_id)
dataset = client.datasets.create(
    model_id=model_id, num_samples=2, args={"prompt": "Bilateral pneumonia"}
)
while not dataset.ready:
    time.sleep(0.1)
dataset.download(file)
with zipfile.ZipFile(file) as archive:
    told = {
        "id": str(dataset.id),
        "broken": archive.testzip(),
        "images": sorted(name for name in archive.namelist() if name.startswith("images/")),
        "prompt": json.loads(archive.read("metadata.json"))["prompt"]["text"],
    }
print(json.dumps(told))
