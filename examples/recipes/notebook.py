import sinkove as sk

client = sk.client()  # SINKOVE_API_KEY, SINKOVE_API_URL

# Put a dataset, its progress or a list at the end of a cell to display it.
dataset = client.create_dataset(
    {"model": "chest-xray-v2", "prompts": ["Severe cardiomegaly"], "size": 8, "args": {"seed": 1}}
)
dataset.wait()

archive = dataset.open()
archive.contact_sheet(columns=4)

archive.to_pandas("regions").head()
