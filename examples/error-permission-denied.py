import sinkove as sk

client = sk.client()
key = client.api_keys.create("Viewer", scopes=["datasets:read"])

try:
    sk.client(key.secret).usage()
except sk.PermissionDeniedError as error:
    print(error)
