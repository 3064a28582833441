import uuid
from sinkove import Client

def main():
    organization_id = uuid.UUID("your-organization-id")
    model_id = uuid.UUID("your-model-id")

    dataset = Client(organization_id).datasets.create(
        model_id, num_samples=2, args={"prompt": "cardiomegaly"}
    )

    dataset.download("dataset.zip", strategy="skip", wait=True)

if __name__ == "__main__":
    main()
