import sinkove as sk

client = sk.client()
dataset = client.create_dataset(
    {
        "model": "chest-xray-v2",
        "prompts": ["Cardiomegaly with a left effusion"],
        "size": 2,
        "args": {"seed": 7},
    }
)

archive = dataset.wait().open()
for sample in archive:
    for box in sample.boxes:
        print(sample.file, box.label, box.side, box.xywh)

coco = archive.to_coco(masks=False)
print(len(coco["images"]), "images,", len(coco["annotations"]), "annotations")
