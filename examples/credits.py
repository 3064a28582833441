import sinkove as sk

client = sk.client()
organization = client.organizations.list()[0]

before = organization.credits
organization.datasets.create(
    model_id="01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2",  # Chest X-ray v2
    num_samples=2,
    args={"prompt": "cardiomegaly"},
)
after = client.organizations.get(organization.id).credits
print(organization.name, "paid", before - after, "credits")
