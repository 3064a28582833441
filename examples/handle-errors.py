import sinkove as sk

client = sk.client()
try:
    client.datasets.get("01939ae2-0000-7000-8000-000000000000")
except sk.NotFoundError as error:
    print(error.status, error.code)
except sk.APIError as error:
    print(error, error.request_id)
