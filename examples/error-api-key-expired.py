import sinkove as sk

client = sk.client()
key = client.api_keys.create("Old notebook")
client.api_keys.update(key.id, {"expiresAt": "2026-01-01T00:00:00Z"})

try:
    sk.client(key.secret).me()
except sk.AuthenticationError as error:
    print(error.code)
