KEY=$(curl -s "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "name": "Nightly job" }')
ID=$(echo "$KEY" | jq -r '.id')
SECRET=$(echo "$KEY" | jq -r '.secret')

curl -s -o /dev/null -X PATCH "$SINKOVE_API_URL/v1/api-keys/$ID" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "enabled": false }'
curl -s "$SINKOVE_API_URL/v1/me" -H "Authorization: Bearer $SECRET" | jq -r '.code'

curl -s -o /dev/null -X PATCH "$SINKOVE_API_URL/v1/api-keys/$ID" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "enabled": true }'
curl -s "$SINKOVE_API_URL/v1/me" -H "Authorization: Bearer $SECRET" | jq -r '.apiKey.status'
