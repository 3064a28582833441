import sinkove as sk

client = sk.client()
organization = client.organizations.list()[0]
# Ask the sandbox for this error, because creating 20 endpoints would take a while.
headers = {"Prefer": "code=409, example=WebhookEndpointLimitReached"}
try:
    client.webhook_endpoints.create(
        organization.id, "https://hooks.example.com/sinkove", headers=headers
    )
except sk.ConflictError as error:
    print(error.code)
