import sinkove as sk

client = sk.client()
key = client.api_keys.create(name="Hasty loop")

# More than the limit allows at once: the client waits as long as the API says, and goes on.
hasty = sk.client(key.secret)
answers = [hasty.me() for _ in range(102)]
print(len(answers), "answers")
