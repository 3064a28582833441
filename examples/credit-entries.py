import sinkove as sk

client = sk.client()
organization = client.organizations.list()[0]

organization.datasets.create(
    model_id="01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2",  # Chest X-ray v2
    num_samples=3,
    args={"prompt": "cardiomegaly"},
)
entries = client.organizations.credit_entries(organization.id)
newest = entries[0]
print(newest.kind, newest.amount, newest.actor.type if newest.actor else None)

credits = client.organizations.get(organization.id).credits
total = sum(entry.amount for entry in entries)
print("The entries sum up to the balance:", total == credits)
