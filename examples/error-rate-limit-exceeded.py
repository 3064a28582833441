import sinkove as sk

client = sk.client()
key = client.api_keys.create("Hasty loop", rate_limit={"limit": 5, "windowSeconds": 60})

# Turn off waits and retries to see the error. By default, the client waits and retries.
hasty = sk.client(key.secret, max_retries=0, max_retry_wait=0)
try:
    while True:
        hasty.me()
except sk.RateLimitError as error:
    print(error.code)
