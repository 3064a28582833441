import sinkove as sk

client = sk.client()
organization = client.organizations.list()[0]
try:
    client.invitations.create(organization.id, "grace@example.com")
except sk.ConflictError as error:
    print(error)
