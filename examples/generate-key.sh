# The "secret" is only in this response. Store it with the secrets of your program.
curl -fsS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{
    "name": "Training pipeline",
    "scopes": ["models:read", "datasets:read", "datasets:write"]
  }' | jq -r '.name, .status, .scopes[]'
