# Create a new dataset
dataset_config = {
    "model": "chest-xray-v2",
    "prompts": [
        "Severe cardiomegaly",
        "Normal chest X-ray",
        "Pneumonia with bilateral infiltrates"
    ],
    "size": 100
}

new_dataset = client.create_dataset(dataset_config)
print(f"Created dataset: {new_dataset.id}")
