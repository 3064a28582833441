import sys

import torch
from torch.utils.data import ConcatDataset, DataLoader

import sinkove as sk

normal, large = (sk.open(path) for path in sys.argv[1:])
labels = ["cardiomegaly"]  # the same for both archives, so that the columns match


def loader(part: slice) -> DataLoader:
    parts = [archive[part].torch_dataset(labels=labels) for archive in (normal, large)]
    return DataLoader(ConcatDataset(parts), batch_size=8, shuffle=True, num_workers=2)


def main() -> None:
    model = torch.nn.Sequential(
        torch.nn.Conv2d(1, 8, 3, stride=2, padding=1),
        torch.nn.ReLU(),
        torch.nn.Conv2d(8, 16, 3, stride=2, padding=1),
        torch.nn.ReLU(),
        torch.nn.AdaptiveAvgPool2d(8),
        torch.nn.Flatten(),
        torch.nn.Linear(16 * 8 * 8, len(labels)),
    )
    optimizer = torch.optim.Adam(model.parameters(), lr=0.003)
    loss_of = torch.nn.BCEWithLogitsLoss()
    for _ in range(15):
        for batch in loader(slice(0, 16)):
            optimizer.zero_grad()
            loss_of(model(batch["image"]), batch["labels"]).backward()
            optimizer.step()
    with torch.no_grad():
        right = [(model(batch["image"]) > 0) == batch["labels"] for batch in loader(slice(16, None))]
    print(f"Accuracy on new films: {torch.cat(right).float().mean():.2f}")


if __name__ == "__main__":  # workers import this file
    main()
