import sinkove as sk

client = sk.client()
dataset = client.datasets.create("01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", 2, {"prompt": "cardiomegaly"})
try:
    client.datasets.download_url(dataset.id)
except sk.ConflictError as error:
    print(error.code)
