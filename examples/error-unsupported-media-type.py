import sinkove as sk

client = sk.client()
try:
    client.api_keys.create("Notebook", headers={"Content-Type": "text/plain"})
except sk.APIError as error:
    print(error)
