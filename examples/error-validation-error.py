import sinkove as sk

client = sk.client()
try:
    client.datasets.create("01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", 0, {"promt": "cardiomegaly"})
except sk.ValidationError as error:
    print(error)
