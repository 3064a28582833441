import sinkove as sk

client = sk.client()
try:
    client.requests.get("01939ae2-0000-7000-8000-000000000000")
except sk.NotFoundError as error:
    print(error)
