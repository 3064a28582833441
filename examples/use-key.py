import os

import sinkove as sk

api_key = os.getenv("SINKOVE_API_KEY")
client = sk.client(api_key)

me = client.me()
print(me.api_key.environment, me.api_key.status)
