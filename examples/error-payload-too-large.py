import sinkove as sk

client = sk.client()
try:
    client.api_keys.create("x" * 2**20)
except sk.APIError as error:
    print(error)
