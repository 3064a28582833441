import uuid

import sinkove as sk

client = sk.client()
once = str(uuid.uuid4())
client.api_keys.create("Notebook", idempotency_key=once)

try:
    client.api_keys.create("Pipeline", idempotency_key=once)
except sk.ValidationError as error:
    print(error)
