import sinkove as sk

client = sk.client()
organization = client.organizations.list()[0]
# A sandbox can be told what to answer: 100 invitations take a while.
headers = {"Prefer": "code=409, example=InvitationLimitReached"}
try:
    client.invitations.create(organization.id, "ada@example.com", headers=headers)
except sk.ConflictError as error:
    print(error.code)
