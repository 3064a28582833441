KEY=$(curl -fsS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "name": "Lost laptop" }')
ID=$(echo "$KEY" | jq -r '.id')
SECRET=$(echo "$KEY" | jq -r '.secret')
curl -fsS "$SINKOVE_API_URL/v1/me" -H "Authorization: Bearer $SECRET" | jq -r '.apiKey.status'

curl -fsS -o /dev/null -X POST "$SINKOVE_API_URL/v1/api-keys/$ID/revoke" \
  -H "Authorization: Bearer $SINKOVE_API_KEY"
curl -sS "$SINKOVE_API_URL/v1/me" -H "Authorization: Bearer $SECRET" | jq -r '.code'
