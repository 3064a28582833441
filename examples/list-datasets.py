import sinkove as sk

client = sk.client()  # SINKOVE_API_KEY, SINKOVE_API_URL
for dataset in client.list_datasets():
    print(dataset.id, dataset.args["prompt"], dataset.metadata.state)
