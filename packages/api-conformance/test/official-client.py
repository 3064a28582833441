"""Uses the official client as its documentation shows, and prints the results as JSON."""

import json
import sys

from sinkove import Client
from sinkove.connector.connector import Connector
from sinkove.organizations.client import OrganizationClient

organization_id, model_id = sys.argv[1:]
organizations = OrganizationClient(Connector()).list()
client = Client(organization_id)
created = client.datasets.create(
    model_id=model_id, num_samples=1, args={"prompt": "cardiomegaly"}
)
found = client.datasets.get(created.id)
told = {
    "organizations": [str(each.id) for each in organizations],
    "name": client.organization_name,
    "created": str(created.id),
    "listed": [str(each.id) for each in client.datasets.list()],
    "found": str(found.id),
    "state": found.state,
    "args": found.args,
}
print(json.dumps(told))
