import sinkove as sk

client = sk.client()
try:
    client.datasets.create("01939ab7-0000-7000-8000-000000000000", 1, {"prompt": "x"})
except sk.ValidationError as error:
    print(error)
