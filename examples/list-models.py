import sinkove as sk

client = sk.client()
for model in client.models.list():
    print(model.name, "at most", model.max_samples, "samples")
