KEY=$(curl -fsS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "name": "Provisioning" }')
ID=$(echo "$KEY" | jq -r '.id')
SECRET=$(echo "$KEY" | jq -r '.secret')
curl -fsS -o /dev/null "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SECRET" \
  -H "Content-Type: application/json" \
  -d '{ "name": "Notebook" }'

# The key has leaked, and the finder may have created other keys with it.
curl -fsS -X POST "$SINKOVE_API_URL/v1/api-keys/$ID/revoke" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "descendants": true }' | jq -r '.revokedDescendants[].name'
