"""The official client's ``sinkove.organizations``."""
