KEY=$(curl -fsS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "name": "Pipeline" }')
ID=$(echo "$KEY" | jq -r '.id')
SECRET=$(echo "$KEY" | jq -r '.secret')

SUCCESSOR=$(curl -fsS -X POST "$SINKOVE_API_URL/v1/api-keys/$ID/rotate" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "gracePeriodSeconds": 3600 }' | jq -r '.secret')

# Both keys work for an hour, so that you can update your programs one by one.
curl -fsS "$SINKOVE_API_URL/v1/me" -H "Authorization: Bearer $SECRET" | jq -r '.apiKey.status'
curl -fsS "$SINKOVE_API_URL/v1/me" -H "Authorization: Bearer $SUCCESSOR" | jq -r '.apiKey.status'
