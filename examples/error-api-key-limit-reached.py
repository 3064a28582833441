import sinkove as sk

client = sk.client()
# Ask the sandbox for this error, because creating 500 keys would take a while.
try:
    client.api_keys.create("One more", headers={"Prefer": "code=409, example=ApiKeyLimitReached"})
except sk.ConflictError as error:
    print(error.code)
