from sinkove.connector import Connector
from sinkove.organizations.client import OrganizationClient

connector = Connector(api_key="your-api-key")
org_client = OrganizationClient(connector)

organizations = org_client.list()
for org in organizations:
    datasets = org.datasets.list()
    ready_count = sum(1 for d in datasets if d.ready)
    print(f"{org.organization_name}: {ready_count}/{len(datasets)} ready")
