from sinkove.connector import connector
from sinkove.organizations.client import OrganizationClient

connector = connector.Connector(api_key="your-api-key")
org_client = OrganizationClient(connector)

# List all organizations
organizations = org_client.list()
for org in organizations:
    print(f"{org.organization_name}: {len(org.datasets.list())} datasets")
