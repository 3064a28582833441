import sinkove as sk

client = sk.client()
key = client.api_keys.create("Hasty loop", rate_limit={"limit": 5, "windowSeconds": 60})

# Without waits and retries, to see the error. With them, the client waits and goes on.
hasty = sk.client(key.secret, max_retries=0, max_retry_wait=0)
try:
    while True:
        hasty.me()
except sk.RateLimitError as error:
    print(error.code)
