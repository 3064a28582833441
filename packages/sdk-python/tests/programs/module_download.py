import time

# Get dataset
dataset = client.dataset("dataset_id_here")

# Wait for completion
while not dataset.ready():
    print("Waiting for dataset to be ready...")
    time.sleep(10)

# Download to local file
dataset.save("./my_dataset.zip")
print("Dataset downloaded successfully!")
