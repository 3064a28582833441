KEY=$(curl -fsS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "name": "Nightly job" }')
ID=$(echo "$KEY" | jq -r '.id')
curl -fsS -o /dev/null -X PATCH "$SINKOVE_API_URL/v1/api-keys/$ID" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "enabled": false }'
curl -fsS -o /dev/null -X POST "$SINKOVE_API_URL/v1/api-keys/$ID/revoke" \
  -H "Authorization: Bearer $SINKOVE_API_KEY"

curl -fsS "$SINKOVE_API_URL/v1/api-keys/$ID/events" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.[].type'
