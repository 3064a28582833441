import zipfile
from pathlib import Path

class DatasetPipeline:
    def __init__(self, organization_id, output_dir="./datasets"):
        self.client = Client(organization_id)
        self.output_dir = Path(output_dir)
        self.output_dir.mkdir(exist_ok=True)
    
    def create_and_process(self, model_id, prompt, num_samples=20):
        # Create and wait
        dataset = self.client.datasets.create(model_id, num_samples, {"prompt": prompt})
        dataset.wait()
        
        # Download and extract
        zip_path = self.output_dir / f"{dataset.id}.zip"
        dataset.download(str(zip_path), strategy="replace")
        
        extract_dir = self.output_dir / str(dataset.id)
        extract_dir.mkdir(exist_ok=True)
        
        with zipfile.ZipFile(zip_path, 'r') as zip_ref:
            zip_ref.extractall(extract_dir)
        
        # Count files
        image_files = list(extract_dir.glob("**/*.png")) + list(extract_dir.glob("**/*.jpg"))
        print(f"Extracted {len(image_files)} images to {extract_dir}")
        
        # Cleanup
        zip_path.unlink()
        return dataset.id, extract_dir

# Usage
pipeline = DatasetPipeline(uuid.UUID("your-organization-id"))
dataset_id, output_path = pipeline.create_and_process(
    uuid.UUID("your-model-id"), 
    "chest x-ray showing pneumonia", 
    50
)
