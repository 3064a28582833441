import sinkove as sk

client = sk.client()
rate_limit = {"limit": 20, "windowSeconds": 60}
key = client.api_keys.create(name="Nightly export", rate_limit=rate_limit)

limited = sk.client(key.secret)
limited.me()
print(limited.rate_limit.limit, "a minute,", limited.rate_limit.remaining, "left")
