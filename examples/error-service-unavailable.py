import sinkove as sk

client = sk.client()
# A sandbox can be told what to answer.
try:
    client.me(headers={"Prefer": "code=503"}, max_retries=0)
except sk.ServerError as error:
    print(error)
