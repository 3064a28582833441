import sinkove as sk

client = sk.client()
key = client.api_keys.create(name="Nightly job")
job = sk.client(key.secret)
job.me()
job.list_datasets()

today = client.api_keys.usage(key.id, interval="day").buckets[-1]
print(today.requests, "requests:", today.by_operation)
