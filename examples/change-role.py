import sinkove as sk

client = sk.client()
for organization in client.organizations.list():
    members = client.members.list(organization.id)
    grace = next((each for each in members if each.email == "grace@example.com"), None)
    if grace is None:
        continue

    for role in ("owner", "member"):
        changes = {"role": role}
        member = client.members.update(organization.id, grace.account_id, changes)
        print(member.name, member.role)
