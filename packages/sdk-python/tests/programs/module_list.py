# Get all your datasets
datasets = client.list_datasets()

for dataset in datasets:
    print(f"Dataset: {dataset.id} - Status: {dataset.status}")
