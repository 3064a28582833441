import sinkove as sk

client = sk.client()
# Ask the sandbox for this error, because creating 100 organizations would take a while.
headers = {"Prefer": "code=409, example=OrganizationLimitReached"}
try:
    client.organizations.create("Cardiology", headers=headers)
except sk.ConflictError as error:
    print(error.code)
