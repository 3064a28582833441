import sinkove as sk

client = sk.client()
key = client.api_keys.create(name="Summer project", expires_at="2099-09-01T00:00:00Z")

# An expiry in the past stops the key at once.
stopped = client.api_keys.update(key.id, {"expiresAt": "2026-01-01T00:00:00Z"})
print(stopped.status)
