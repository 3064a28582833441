import sinkove as sk

# The SDK finds this one before it sends anything: a character was changed.
try:
    sk.client("sinkove_test_ExampleKeyForTheDocsOnly000000001QAO5K")
except sk.ApiKeyError as error:
    print(error)

# Well formed, but never issued: only the API can know.
try:
    sk.client("sinkove_test_ThisKeyWasNeverIssuedAnywhere0002PPWlu").me()
except sk.AuthenticationError as error:
    print(error)
