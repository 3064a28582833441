# Get dataset by ID
dataset = client.dataset("dataset_id_here")

# Check dataset status
if dataset.ready():
    print("Dataset is ready for download")
else:
    print(f"Dataset status: {dataset.status}")
