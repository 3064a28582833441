"""Gives Schemathesis the constraints that schemas cannot express, so that refused valid data is a finding.

Valid data gets existing ids, issued cursors and tokens, an allowed period and a unique Idempotency-Key. Invalid data
stays as it is, and so does one id in sixteen, to test unknown ids. The key of the run is neither changed nor revoked,
its organizations stay, and one dataset stays, so that there is something to download.
"""

import os
import re
import time
import uuid
from collections import defaultdict, deque
from datetime import UTC, datetime, timedelta

import jsonschema_rs
import requests
import schemathesis
from schemathesis.core.failures import AcceptedNegativeData
from schemathesis.core.parameters import ParameterLocation
from schemathesis.openapi.checks import EnsureResourceAvailability, RejectedPositiveData

URL = os.environ["SINKOVE_API_URL"]
HEADERS = {"Authorization": f"Bearer {os.environ['SINKOVE_API_KEY']}"}


def ask(method, path, body=None):
    response = requests.request(method, f"{URL}/v1{path}", json=body, headers=HEADERS, timeout=30)
    response.raise_for_status()
    return response.json()


def make_dataset(model):
    order = {"modelId": model["id"], "numSamples": 1, "args": {"prompt": "cardiomegaly"}}
    dataset = ask("POST", "/datasets", order)
    while dataset["metadata"]["state"] in ("PENDING", "STARTED"):
        time.sleep(0.1)
        dataset = ask("GET", f"/datasets/{dataset['id']}")
    return dataset


me = ask("GET", "/me")
models = {model["id"]: model for model in ask("GET", "/models")}
dataset = make_dataset(next(iter(models.values())))
known = defaultdict(lambda: deque(maxlen=16))
known["organizationId"].extend(each["id"] for each in me["organizations"])
known["modelId"].extend(models)
known["datasetId"].append(dataset["id"])
known["accountId"].append(me["account"]["id"])
cursors = {}
# Datasets that any case has deleted. Schemathesis does not know about ids that are replaced below.
deleted = set()


def token_of(download):
    return download["URL"].rsplit("/", 1)[-1]


known["downloadToken"].append(token_of(ask("GET", f"/datasets/{dataset['id']}/urls/download")))


@schemathesis.hook
def before_call(context, case, kwargs):
    for location, amend in AMENDMENTS.items():
        if case.meta is None or not case.meta.is_negative_at(location):
            amend(case)
    spare_what_stays(case)


@schemathesis.hook
def after_call(context, case, response):
    if response.status_code == 204 and "datasetId" in (case.path_parameters or {}):
        deleted.add(case.path_parameters["datasetId"])
    if response.status_code not in (200, 201):
        return
    next_page = re.search(r"[?&]cursor=([^&>]+)", response.headers.get("link", [""])[0])
    if next_page:
        cursors[case.operation.label] = next_page[1]
    path, method = case.operation.path, case.method.upper()
    if path.endswith("/urls/download") and method == "GET":
        known["downloadToken"].append(token_of(response.json()))
    elif path.endswith("/datasets") and method == "POST":
        known["datasetId"].append(response.json()["id"])
    elif path == "/api-keys" and method == "POST":
        known["apiKeyId"].append(response.json()["id"])
    elif path.endswith("/invitations") and method == "POST":
        known["invitationId"].append(response.json()["id"])
    known["requestId"].extend(response.headers.get("x-request-id", []))


@schemathesis.hook
def filter_failure(context, failure, case, response):
    # The number of credits and the length of a file also decide whether data is valid.
    is_refused = isinstance(failure, RejectedPositiveData)
    if is_refused and response.status_code in (402, 416):
        return False
    # So does a signature of GitHub, which only GitHub can make.
    if is_refused and case.operation.path == "/leaks/github":
        return False
    # A body may be too large before it is read. Schemathesis does not list 413 among the refusals.
    if isinstance(failure, AcceptedNegativeData) and response.status_code == 413:
        return False
    is_gone = (case.path_parameters or {}).get("datasetId") in deleted
    return not (isinstance(failure, EnsureResourceAvailability) and is_gone)


def amend_path(case):
    parameters = case.path_parameters or {}
    for name, value in parameters.items():
        parameters[name] = present(name, value)
    if case.operation.path.endswith("/urls/download") and not f"{parameters['datasetId']}".endswith("f"):
        parameters["datasetId"] = dataset["id"]


def amend_query(case):
    query = case.query or {}
    if query.get("cursor") is not None:
        given = cursors.get(case.operation.label)
        query.pop("cursor") if given is None else query.update(cursor=given)
    if case.operation.path.endswith("/usage") and {"from", "to"} & query.keys():
        now = datetime.now(UTC)
        query.update({"from": timestamp(now - timedelta(days=1)), "to": timestamp(now)})


def amend_headers(case):
    if case.headers and "Idempotency-Key" in case.headers:
        case.headers["Idempotency-Key"] = str(uuid.uuid4())


def amend_body(case):
    body = case.body
    if not isinstance(body, dict):
        return
    for name in ("organizationId", "modelId"):
        if name in body:
            body[name] = present(name, body[name])
    # A model that does not exist counts as invalid data, but only the store can know.
    if "numSamples" in body:
        model = models.setdefault(body["modelId"], next(iter(models.values())))
        body["modelId"] = model["id"]
        # A key with access to several organizations, as after POST /organizations, must name one.
        if case.operation.path == "/datasets" and not body.get("organizationId"):
            body["organizationId"] = known["organizationId"][0]
        body["numSamples"] = min(body["numSamples"], model["maxSamples"])
        if not jsonschema_rs.is_valid(model["argsSchema"], body["args"]):
            body["args"] = {"prompt": "cardiomegaly"}
    # A key's limit must not exceed the limit of its account.
    if isinstance(body.get("rateLimit"), dict):
        account, own = me["account"]["rateLimit"], body["rateLimit"]
        most = account["limit"] * own["windowSeconds"] // account["windowSeconds"]
        own["limit"] = min(own["limit"], most)
    # The server judges the host of a webhook's URL, and refuses user names, passwords and fragments.
    if isinstance(body.get("url"), str):
        body["url"] = re.sub(r"^https?://[^/?#]*([^#]*).*", r"https://hooks.example.com\1", body["url"], flags=re.S)[:2048]
    if body.get("expiresAt") is not None:
        body["expiresAt"] = timestamp(datetime.now(UTC) + timedelta(days=30))


AMENDMENTS = {
    ParameterLocation.PATH: amend_path,
    ParameterLocation.QUERY: amend_query,
    ParameterLocation.HEADER: amend_headers,
    ParameterLocation.BODY: amend_body,
}


def spare_what_stays(case):
    parameters = case.path_parameters or {}
    for name, stays in (("apiKeyId", me["apiKey"]["id"]), ("datasetId", dataset["id"])):
        if parameters.get(name) == stays and case.method.upper() != "GET":
            parameters[name] = str(uuid.uuid4())
    if case.operation.path == "/organizations/{organizationId}" and case.method.upper() == "DELETE":
        parameters["organizationId"] = str(uuid.uuid4())


def present(name, value):
    """An existing id instead of an unknown one; always the same for the same id."""
    there = known[name]
    if not there or value in there or f"{value}".endswith("f"):
        return value
    return there[sum(f"{value}".encode()) % len(there)]


def timestamp(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
