# Download multiple datasets
dataset_ids = ["id1", "id2", "id3"]

for dataset_id in dataset_ids:
    dataset = client.dataset(dataset_id)
    if dataset.ready():
        filename = f"./datasets/{dataset_id}.zip"
        dataset.save(filename)
        print(f"Downloaded {dataset_id}")
    else:
        print(f"Dataset {dataset_id} not ready yet")
