import sinkove as sk

client = sk.client()
organization = client.organizations.create("Neurology")
invitation = client.invitations.create(
    organization.id, "marie@example.com", role="member"
)

for open_one in client.invitations.list(organization.id):
    print(open_one.email, open_one.role)

client.invitations.revoke(organization.id, invitation.id)
print("revoked")
