import sinkove as sk

client = sk.client()
key = client.api_keys.create(name="Hasty loop", rate_limit={"limit": 5, "windowSeconds": 4})

# More requests than the limit allows. The client waits as long as the API says and retries.
hasty = sk.client(key.secret)
answers = [hasty.me() for _ in range(7)]
print(len(answers), "answers")
