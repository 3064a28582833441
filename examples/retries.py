import sinkove as sk

client = sk.client()
# A sandbox can be told to fail. The client sends a request twice more before it gives up.
try:
    client.me(headers={"Prefer": "code=500"})
except sk.ServerError as error:
    print(error.code, "after", len(error.attempts), "attempts")
