import sinkove as sk

client = sk.client()
organization = client.organizations.create("Cardiology")
print(organization.role, organization.credits)

renamed = client.organizations.update(organization.id, {"name": "Cardiac imaging"})
print(renamed.name)
