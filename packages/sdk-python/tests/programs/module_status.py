# Check dataset status
dataset = client.dataset("dataset_id")
print(f"Status: {dataset.status}")

# Wait for completion
while not dataset.ready():
    time.sleep(30)
