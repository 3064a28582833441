import uuid
from sinkove import Client

# Your IDs (replace with actual values)
ORGANIZATION_ID = uuid.UUID("your-organization-id")
MODEL_ID = uuid.UUID("your-model-id")

# Initialize client
client = Client(ORGANIZATION_ID)

# Create dataset
print("Creating dataset...")
dataset = client.datasets.create(
    model_id=MODEL_ID,
    num_samples=10,
    args={"prompt": "chest x-ray showing pneumonia"}
)

print(f"Dataset created! ID: {dataset.id}")

# Wait and download
print("Waiting for completion...")
dataset.wait()

print("Downloading...")
dataset.download("my_first_dataset.zip", strategy="replace")
print("✓ Complete!")
