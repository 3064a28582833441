import json

def handle_api_error(error):
    try:
        error_data = json.loads(str(error))
        error_code = error_data.get("code", "UNKNOWN")
        message = error_data.get("message", str(error))
        
        error_messages = {
            "RATE_LIMIT_EXCEEDED": "Rate limit hit. Wait and retry.",
            "INVALID_MODEL": "Invalid model ID provided.",
            "INSUFFICIENT_CREDITS": "Not enough credits."
        }
        
        print(error_messages.get(error_code, f"API Error: {message}"))
    except json.JSONDecodeError:
        print(f"Error: {error}")

# Usage
try:
    dataset = client.datasets.create(uuid.UUID("invalid-id"), 10, {"prompt": "test"})
except Exception as e:
    handle_api_error(e)
