import uuid

import sinkove as sk

client = sk.client()
once = str(uuid.uuid4())
other = client.api_keys.create("Other program", idempotency_key=once)

# The first answer holds a secret, so another key does not get to see it.
try:
    sk.client(other.secret).api_keys.create("Other program", idempotency_key=once)
except sk.ConflictError as error:
    print(error)
