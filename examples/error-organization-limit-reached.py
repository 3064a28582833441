import sinkove as sk

client = sk.client()
# A sandbox can be told what to answer: 100 organizations take a while.
headers = {"Prefer": "code=409, example=OrganizationLimitReached"}
try:
    client.organizations.create("Cardiology", headers=headers)
except sk.ConflictError as error:
    print(error.code)
