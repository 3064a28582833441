ID=$(curl -fsS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "name": "Summer project", "expiresAt": "2099-09-01T00:00:00Z" }' | jq -r '.id')

# An expiry in the past stops the key at once.
curl -fsS -X PATCH "$SINKOVE_API_URL/v1/api-keys/$ID" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "expiresAt": "2026-01-01T00:00:00Z" }' | jq -r '.status'
