import sinkove as sk

client = sk.client()
for organization in client.organizations.list():
    print(f"{organization.name}, your role: {organization.role}")
    for member in client.members.list(organization.id):
        print(f"- {member.name}, {member.role}")
