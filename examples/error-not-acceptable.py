import sinkove as sk

client = sk.client()
try:
    client.me(headers={"Accept": "text/csv"})
except sk.APIError as error:
    print(error)
