ORGANIZATION_ID=$(curl -fsS "$SINKOVE_API_URL/v1/organizations" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.[-1].id')
ENDPOINTS=$SINKOVE_API_URL/v1/organizations/$ORGANIZATION_ID/webhook-endpoints

# Store the secret from this response as well. It is not shown again.
ENDPOINT_ID=$(curl -fsS "$ENDPOINTS" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "url": "https://hooks.example.com/sinkove", "events": ["dataset.ready", "dataset.failed"] }' \
  | jq -r '.id')

curl -fsS -X POST "$ENDPOINTS/$ENDPOINT_ID/test" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.event.type'
