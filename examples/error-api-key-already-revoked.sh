ID=$(curl -sS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "name": "Old notebook" }' | jq -r '.id')
curl -sS -o /dev/null -X POST "$SINKOVE_API_URL/v1/api-keys/$ID/revoke" \
  -H "Authorization: Bearer $SINKOVE_API_KEY"

curl -sS -X POST "$SINKOVE_API_URL/v1/api-keys/$ID/revoke" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.code'
