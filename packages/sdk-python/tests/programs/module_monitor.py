def wait_for_dataset(dataset, poll_interval=30):
    """Wait for dataset completion with progress updates"""
    while not dataset.ready():
        status = dataset.status
        progress = getattr(dataset, 'progress', 'Unknown')
        print(f"Dataset {dataset.id}: {status} - {progress}")
        time.sleep(poll_interval)

    print(f"Dataset {dataset.id} is ready!")
    return dataset

# Usage
dataset = client.dataset("your_dataset_id")
completed_dataset = wait_for_dataset(dataset)
