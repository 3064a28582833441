# Organize downloaded datasets
import os
from datetime import datetime

def organize_dataset(dataset_id, download_path="./datasets"):
    """Download and organize dataset with timestamp"""

    # Create organized directory structure
    timestamp = datetime.now().strftime("%Y%m%d_%H%M%S")
    dataset_dir = os.path.join(download_path, f"{dataset_id}_{timestamp}")
    os.makedirs(dataset_dir, exist_ok=True)

    # Download dataset
    dataset = client.dataset(dataset_id)
    if dataset.ready():
        filepath = os.path.join(dataset_dir, "dataset.zip")
        dataset.save(filepath)
        print(f"Dataset saved to: {filepath}")

    return dataset_dir
