import sinkove as sk

client = sk.client()
key = client.api_keys.create("Old notebook")
client.api_keys.update(key.id, {"enabled": False})

try:
    sk.client(key.secret).me()
except sk.AuthenticationError as error:
    print(error.code)
