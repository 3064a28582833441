import sinkove as sk

client = sk.client()
organization = client.organizations.list()[0]
endpoint = client.webhook_endpoints.create(organization.id, "https://hooks.example.com/sinkove")
try:
    client.webhook_endpoints.replay(
        organization.id, endpoint.id, "01939ae2-0000-7000-8000-000000000000"
    )
except sk.NotFoundError as error:
    print(error.code)
client.webhook_endpoints.delete(organization.id, endpoint.id)
