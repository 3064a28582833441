try:
    client = Client(ORGANIZATION_ID)
    dataset = client.datasets.create(MODEL_ID, 10, {"prompt": "test"})
    dataset.wait(timeout=300)
    dataset.download("output.zip")
except ValueError as e:
    print(f"Configuration error: {e}")
except TimeoutError:
    print("Dataset generation took too long")
except Exception as e:
    print(f"Unexpected error: {e}")
