import sinkove as sk

client = sk.client()
key = client.api_keys.create(name="Nightly job")
client.api_keys.update(key.id, {"enabled": False})
client.api_keys.revoke(key.id)

for event in client.api_keys.events(key.id):
    print(event.type)
