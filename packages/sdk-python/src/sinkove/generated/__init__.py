"""Made by scripts, never edited: models from the contract, the asynchronous resources."""
