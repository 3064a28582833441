import sinkove as sk

client = sk.client()
key = client.api_keys.create(name="Hasty loop", rate_limit={"limit": 5, "windowSeconds": 4})

# More than the limit allows at once: the client waits as long as the API says, and goes on.
hasty = sk.client(key.secret)
answers = [hasty.me() for _ in range(7)]
print(len(answers), "answers")
