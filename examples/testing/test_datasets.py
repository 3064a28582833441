import json
import os
import urllib.request

import pytest
import sinkove as sk

URL = os.environ["SINKOVE_API_URL"]  # the address of sinkove-mock


def control(path, body, key=None):
    """Controls the mock server. Paths under /_sandbox are not part of the API."""
    headers = {"Content-Type": "application/json"}
    if key:
        headers["Authorization"] = f"Bearer {key}"
    request = urllib.request.Request(
        f"{URL}/_sandbox/{path}", json.dumps(body).encode(), headers
    )
    with urllib.request.urlopen(request) as response:
        return json.load(response)


@pytest.fixture
def key():
    """Creates a separate sandbox for each test."""
    return control("worlds", {})["apiKey"]


def test_a_dataset_is_ready_after_an_hour(key):
    client = sk.client(key)
    dataset = client.datasets.create(
        model_id="01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2",  # Chest X-ray v2
        num_samples=50,
        args={"prompt": "cardiomegaly"},
    )
    control("clock", {"advance": "PT1H"}, key)  # instead of waiting
    assert dataset.ready()


def test_one_answer_that_says_500_is_not_the_end(key):
    control("faults", {"nth": 1, "action": "status", "status": 500}, key)
    assert sk.client(key).me().api_key.status == "active"
