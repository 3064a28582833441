import sinkove as sk

client = sk.client()

# All items. The SDK requests the next page when the loop needs it.
for model in client.models.list(limit=1):
    print(model.slug)

# One page at a time.
first = client.models.list(limit=1).page()
print(len(first.items), "item, next page:", first.next_cursor is not None)
if first.next_cursor is not None:
    second = client.models.list(limit=1, cursor=first.next_cursor).page()
    print(len(second.items), "item")
