import sinkove as sk

client = sk.client()
account = client.me().account
organization = client.organizations.create("Pathology")
try:
    client.members.update(organization.id, account.id, {"role": "member"})
except sk.ConflictError as error:
    print(error)
