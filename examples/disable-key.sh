KEY=$(curl -fsS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "name": "Nightly job" }')
ID=$(echo "$KEY" | jq -r '.id')
SECRET=$(echo "$KEY" | jq -r '.secret')

curl -fsS -o /dev/null -X PATCH "$SINKOVE_API_URL/v1/api-keys/$ID" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "enabled": false }'
curl -sS "$SINKOVE_API_URL/v1/me" -H "Authorization: Bearer $SECRET" | jq -r '.code'

curl -fsS -o /dev/null -X PATCH "$SINKOVE_API_URL/v1/api-keys/$ID" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "enabled": true }'
curl -fsS "$SINKOVE_API_URL/v1/me" -H "Authorization: Bearer $SECRET" | jq -r '.apiKey.status'
