import sinkove as sk

client = sk.client()
key = client.api_keys.create(name="Lost laptop")
laptop = sk.client(key.secret)
print(laptop.me().api_key.status)

client.api_keys.revoke(key.id)
try:
    laptop.me()
except sk.AuthenticationError as error:
    print(error.code)
