"""The official client's ``sinkove.datasets``."""
