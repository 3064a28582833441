import sinkove as sk

client = sk.client()
key = client.api_keys.create(name="Gallery", scopes=["datasets:read"])
gallery = sk.client(key.secret)
gallery.list_datasets()
try:
    gallery.models.get("01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2")
except sk.PermissionDeniedError as error:
    print(error.code)  # the key lacks models:read

for request in client.requests.list(api_key_id=key.id, status_class="4xx"):
    print(request.operation, request.status, request.code, request.reason)
