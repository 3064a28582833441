import sinkove as sk

client = sk.client()
organization = client.organizations.list()[0]
# Ask the sandbox for this error, because creating 100 invitations would take a while.
headers = {"Prefer": "code=409, example=InvitationLimitReached"}
try:
    client.invitations.create(organization.id, "ada@example.com", headers=headers)
except sk.ConflictError as error:
    print(error.code)
