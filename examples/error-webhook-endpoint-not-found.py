import sinkove as sk

client = sk.client()
organization = client.organizations.list()[0]
try:
    client.webhook_endpoints.get(organization.id, "01939ae2-0000-7000-8000-000000000000")
except sk.NotFoundError as error:
    print(error)
