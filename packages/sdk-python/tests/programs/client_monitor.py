import time

# Get dataset
dataset = client.datasets.get(uuid.UUID("your-dataset-id"))

# Check status periodically
while not dataset.finished:
    dataset._reload_metadata()
    
    if dataset.metadata:
        print(f"Status: {dataset.state} - Progress: {dataset.metadata.progress}%")
    
    if dataset.ready:
        print("Dataset is ready!")
        break
    elif dataset.state == "FAILED":
        print("Dataset generation failed!")
        break
    
    time.sleep(30)
