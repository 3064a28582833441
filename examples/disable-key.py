import sinkove as sk

client = sk.client()
key = client.api_keys.create(name="Nightly job")
job = sk.client(key.secret)

client.api_keys.update(key.id, {"enabled": False})
try:
    job.me()
except sk.AuthenticationError as error:
    print(error.code)

client.api_keys.update(key.id, {"enabled": True})
print(job.me().api_key.status)
