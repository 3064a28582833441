import sinkove as sk

client = sk.client()
old = client.api_keys.create(name="Pipeline")
successor = client.api_keys.rotate(old.id, grace_period_seconds=3600)

# Both keys work for an hour, so that you can update your programs one by one.
for secret in (old.secret, successor.secret):
    print(sk.client(secret).me().api_key.status)
