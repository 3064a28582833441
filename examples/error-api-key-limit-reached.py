import sinkove as sk

client = sk.client()
# A sandbox can be told what to answer: 500 keys take a while.
try:
    client.api_keys.create("One more", headers={"Prefer": "code=409, example=ApiKeyLimitReached"})
except sk.ConflictError as error:
    print(error.code)
