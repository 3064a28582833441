SECRET=$(curl -sS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "name": "Viewer", "scopes": ["datasets:read"] }' | jq -r '.secret')

curl -sS "$SINKOVE_API_URL/v1/usage" -H "Authorization: Bearer $SECRET" | jq -r '.code, .detail'
