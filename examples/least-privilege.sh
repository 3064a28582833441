SECRET=$(curl -fsS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "name": "Gallery", "scopes": ["datasets:read"] }' | jq -r '.secret')

curl -fsS -o /dev/null -w '%{http_code}\n' "$SINKOVE_API_URL/v1/datasets" \
  -H "Authorization: Bearer $SECRET"

curl -sS "$SINKOVE_API_URL/v1/models" \
  -H "Authorization: Bearer $SECRET" | jq -r '.code, .requiredScopes[]'
