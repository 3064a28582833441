KEY=$(curl -sS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "name": "Old notebook" }')
ID=$(echo "$KEY" | jq -r '.id')
SECRET=$(echo "$KEY" | jq -r '.secret')

curl -sS -o /dev/null -X PATCH "$SINKOVE_API_URL/v1/api-keys/$ID" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "expiresAt": "2026-01-01T00:00:00Z" }'

curl -sS "$SINKOVE_API_URL/v1/me" -H "Authorization: Bearer $SECRET" | jq -r '.code'
