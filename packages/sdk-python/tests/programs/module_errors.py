import sinkove as sk
from sinkove.exceptions import SinkovelAuthError, SinkovelAPIError

try:
    client = sk.client("your_API_KEY")
    dataset = client.dataset("dataset_id")

    if dataset.ready():
        dataset.save("./dataset.zip")
    else:
        print(f"Dataset not ready. Status: {dataset.status}")

except SinkovelAuthError:
    print("Authentication failed. Check your API key.")
except SinkovelAPIError as e:
    print(f"API error: {e}")
except Exception as e:
    print(f"Unexpected error: {e}")
