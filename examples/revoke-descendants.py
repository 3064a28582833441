import sinkove as sk

client = sk.client()
key = client.api_keys.create("Provisioning")
sk.client(key.secret).api_keys.create("Notebook")

# The key has leaked, and the finder may have created other keys with it.
revoked = client.api_keys.revoke(key.id, descendants=True)
for each in revoked.revoked_descendants:
    print(each.name, each.status)
