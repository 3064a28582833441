"""As in the official client."""
