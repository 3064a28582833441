import sinkove as sk

client = sk.client()
try:
    client.datasets.get("01939ae2-0000-7000-8000-000000000000")
except sk.NotFoundError as error:
    request = client.requests.get(error.request_id)
    print(request.method, request.path, request.status, request.code)
