import sinkove as sk

client = sk.client()
dataset = client.datasets.create(
    model_id="01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2",
    num_samples=1,
    args={"prompt": "fail: show me"},  # a sandbox fails for such prompts
)

try:
    dataset.wait(timeout=60)
except sk.DatasetError as error:
    print(error.code)
