# Check dataset status
print(f"State: {dataset.state}, Ready: {dataset.ready}")

# Handle existing datasets
dataset = client.datasets.get(uuid.UUID("existing-dataset-id"))
if dataset.ready:
    dataset.download("dataset.zip")

# List all datasets
datasets = client.datasets.list()
for ds in datasets:
    print(f"{ds.id}: {ds.state}")
