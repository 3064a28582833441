import json
from datetime import datetime

def save_dataset_info(dataset, filename="dataset_info.json"):
    info = {
        "dataset_id": str(dataset.id),
        "model_id": str(dataset.model_id), 
        "num_samples": dataset.num_samples,
        "args": dataset.args,
        "state": dataset.state,
        "created_at": dataset.created_at,
        "download_timestamp": datetime.now().isoformat()
    }
    
    with open(filename, "w") as f:
        json.dump(info, f, indent=2)

# Usage
if dataset.ready:
    dataset.download("dataset.zip")
    save_dataset_info(dataset)
