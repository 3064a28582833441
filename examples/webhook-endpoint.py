import sinkove as sk

client = sk.client()
organization = client.organizations.list()[0]
endpoint = client.webhook_endpoints.create(
    organization.id,
    "https://hooks.example.com/sinkove",
    events=["dataset.ready", "dataset.failed"],
)
print(endpoint.url, endpoint.events)
print("secret:", endpoint.secret[:6] + "…")
delivery = client.webhook_endpoints.test(organization.id, endpoint.id)
print("on its way:", delivery.event.type)
