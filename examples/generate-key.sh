# The answer's "secret" is shown here and never again: put it where your program's secrets are.
curl -fsS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{
    "name": "Training pipeline",
    "scopes": ["models:read", "datasets:read", "datasets:write"]
  }' | jq -r '.name, .status, .scopes[]'
