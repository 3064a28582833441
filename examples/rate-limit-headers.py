import sinkove as sk

client = sk.client()
key = client.api_keys.create(name="Fresh key")

fresh = sk.client(key.secret)
fresh.me()
print(fresh.rate_limit.limit, "a minute,", fresh.rate_limit.remaining, "left")
