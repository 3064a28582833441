import sinkove as sk

client = sk.client()
model_id = "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2"
client.datasets.create(model_id, 1, {"prompt": "pneumonia"})
organization = client.organizations.list()[0]
try:
    client.organizations.delete(organization.id)
except sk.ConflictError as error:
    print(error)
