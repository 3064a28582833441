"""Creates and downloads a dataset with the official client and the mock's clock; prints the results."""

import json
import os
import sys
import tempfile
import urllib.request
import zipfile

from sinkove import Client

organization_id, model_id = sys.argv[1:]
url, key = os.environ["SINKOVE_API_URL"], os.environ["SINKOVE_API_KEY"]


def advance(duration):
    body = json.dumps({"advance": duration}).encode()
    headers = {"Authorization": f"Bearer {key}"}
    urllib.request.urlopen(
        urllib.request.Request(f"{url}/_sandbox/clock", body, headers)
    )


client = Client(organization_id)
created = client.datasets.create(
    model_id=model_id, num_samples=2, args={"prompt": "cardiomegaly"}
)
states = [client.datasets.get(created.id).state]
for duration in ["PT2.1S", "PT1H"]:
    advance(duration)
    states.append(client.datasets.get(created.id).state)
file = os.path.join(tempfile.mkdtemp(), "dataset.zip")
client.datasets.get(created.id).download(file, wait=True, timeout=10)
with zipfile.ZipFile(file) as archive:
    broken = archive.testzip()
print(json.dumps({"states": states, "broken": broken}))
