import sinkove as sk

client = sk.client()
# Ask the sandbox for an error. The client retries a request twice before it gives up.
try:
    client.me(headers={"Prefer": "code=500"})
except sk.ServerError as error:
    print(error.code, "after", len(error.attempts), "attempts")
