import sinkove as sk

client = sk.client()
key = client.api_keys.create(name="Gallery", scopes=["datasets:read"])

gallery = sk.client(key.secret)
gallery.list_datasets()
print("may list datasets")

try:
    gallery.models.get("01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2")
except sk.PermissionDeniedError as error:
    print("may not see models:", error.code)
