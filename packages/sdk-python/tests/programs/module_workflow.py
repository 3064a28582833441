import sinkove as sk
import time
import os

def generate_and_download_dataset():
    """Complete example: create, monitor, and download dataset"""

    # Initialize client
    client = sk.client(os.getenv("SINKOVE_API_KEY"))

    # Create dataset
    config = {
        "model": "chest-xray-v2",
        "prompts": [
            "Severe cardiomegaly",
            "Bilateral pneumonia",
            "Normal chest X-ray"
        ],
        "size": 50
    }

    print("Creating dataset...")
    dataset = client.create_dataset(config)
    print(f"Dataset created: {dataset.id}")

    # Monitor progress
    print("Waiting for completion...")
    while not dataset.ready():
        print(f"Status: {dataset.status}")
        time.sleep(30)

    # Download
    filename = f"./medical_dataset_{dataset.id}.zip"
    dataset.save(filename)
    print(f"Dataset downloaded to: {filename}")

if __name__ == "__main__":
    generate_and_download_dataset()
