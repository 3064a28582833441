import logging

def safe_dataset_creation(org_id, model_id, num_samples, args):
    try:
        client = Client(org_id)
        dataset = client.datasets.create(model_id, num_samples, args)
        
        try:
            dataset.wait(timeout=1800)  # 30 minutes
            return dataset, "success" if dataset.ready else "failed"
        except TimeoutError:
            return dataset, "timeout"
            
    except ValueError as e:
        return None, f"config_error: {e}"
    except Exception as e:
        return None, f"error: {e}"

# Usage
dataset, status = safe_dataset_creation(
    uuid.UUID("your-org-id"), 
    uuid.UUID("your-model-id"), 
    50, 
    {"prompt": "chest x-ray"}
)

if status == "success":
    dataset.download("output.zip")
elif dataset and status == "timeout":
    print("Dataset still processing...")
else:
    print(f"Failed: {status}")
