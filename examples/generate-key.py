import sinkove as sk

client = sk.client()
key = client.api_keys.create(
    name="Training pipeline",
    scopes=["models:read", "datasets:read", "datasets:write"],
)
# key.secret is only available now. Store it with the secrets of your program.
print(key.name, key.status, " ".join(key.scopes))
