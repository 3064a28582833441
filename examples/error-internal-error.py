import sinkove as sk

client = sk.client()
# Ask the sandbox for this error.
try:
    client.me(headers={"Prefer": "code=500"}, max_retries=0)
except sk.ServerError as error:
    print(error)
