import sinkove as sk

client = sk.client()
key = client.api_keys.create(
    name="Training pipeline",
    scopes=["models:read", "datasets:read", "datasets:write"],
)
# key.secret is shown here and never again: put it where your program's secrets are.
print(key.name, key.status, " ".join(key.scopes))
