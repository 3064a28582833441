import sinkove as sk

client = sk.client()
# Ask the sandbox for this error.
told = {"Prefer": "code=402"}
try:
    client.datasets.create("01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", 50, {"prompt": "cardiomegaly"}, headers=told)
except sk.InsufficientCreditsError as error:
    print(error)
