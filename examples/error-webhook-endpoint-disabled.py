import sinkove as sk

client = sk.client()
organization = client.organizations.list()[0]
endpoint = client.webhook_endpoints.create(organization.id, "https://hooks.example.com/sinkove")
client.webhook_endpoints.update(organization.id, endpoint.id, {"enabled": False})
try:
    client.webhook_endpoints.test(organization.id, endpoint.id)
except sk.ConflictError as error:
    print(error.code)
client.webhook_endpoints.delete(organization.id, endpoint.id)
