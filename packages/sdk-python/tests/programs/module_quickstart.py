import sinkove as sk
import time

# Initialize the client with your API key
my_sk = sk.client("your_API_KEY")

# Replace with your actual dataset ID
dataset = my_sk.dataset("dataset_id_here")

# Wait for dataset to be ready
while not dataset.ready():
    print("Dataset not ready, waiting...")
    time.sleep(10)

# Download the dataset
dataset.save("./dataset.zip")
print("Dataset downloaded successfully!")
