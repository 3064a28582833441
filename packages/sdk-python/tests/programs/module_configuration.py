import os
import sinkove as sk

# SDK will automatically use SINKOVE_API_KEY
client = sk.client()

# Or override with custom settings
client = sk.client(
    api_key=os.getenv("SINKOVE_API_KEY"),
    base_url=os.getenv("SINKOVE_BASE_URL", "https://api.sinkove.com")
)
