import uuid

import sinkove as sk

client = sk.client()
once = str(uuid.uuid4())
other = client.api_keys.create("Other program", idempotency_key=once)

# The first response contains a secret, so other keys do not get it.
try:
    sk.client(other.secret).api_keys.create("Other program", idempotency_key=once)
except sk.ConflictError as error:
    print(error)
