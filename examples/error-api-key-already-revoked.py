import sinkove as sk

client = sk.client()
key = client.api_keys.create("Old notebook")
client.api_keys.revoke(key.id)

try:
    client.api_keys.revoke(key.id)
except sk.ConflictError as error:
    print(error.code)
