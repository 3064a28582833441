import sinkove as sk

# A character was changed. The SDK notices that before it sends a request.
try:
    sk.client("sinkove_test_ExampleKeyForTheDocsOnly000000001QAO5K")
except sk.ApiKeyError as error:
    print(error)

# This key is well formed, but was never issued. Only the API can know that.
try:
    sk.client("sinkove_test_ThisKeyWasNeverIssuedAnywhere0002PPWlu").me()
except sk.AuthenticationError as error:
    print(error)
