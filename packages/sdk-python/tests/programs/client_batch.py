import concurrent.futures

def create_dataset_with_prompt(client, model_id, prompt, num_samples=20):
    try:
        dataset = client.datasets.create(model_id, num_samples, {"prompt": prompt})
        return {"prompt": prompt, "dataset_id": dataset.id, "success": True}
    except Exception as e:
        return {"prompt": prompt, "error": str(e), "success": False}

# Multiple prompts
prompts = [
    "chest x-ray showing pneumonia",
    "chest x-ray showing cardiomegaly", 
    "normal chest x-ray"
]

client = Client(uuid.UUID("your-organization-id"))
model_id = uuid.UUID("your-model-id")

# Create in parallel
with concurrent.futures.ThreadPoolExecutor(max_workers=3) as executor:
    futures = [executor.submit(create_dataset_with_prompt, client, model_id, p) for p in prompts]
    
    for future in concurrent.futures.as_completed(futures):
        result = future.result()
        if result["success"]:
            print(f"✓ Created: {result['dataset_id']}")
        else:
            print(f"✗ Failed: {result['error']}")
