import sinkove as sk

client = sk.client()
key = client.api_keys.create("Old notebook")
client.api_keys.revoke(key.id)

try:
    sk.client(key.secret).me()
except sk.AuthenticationError as error:
    print(error.code)
