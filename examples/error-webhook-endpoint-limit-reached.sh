ORGANIZATION_ID=$(curl -sS "$SINKOVE_API_URL/v1/organizations" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.[-1].id')

# Ask the sandbox for this error, because creating 20 endpoints would take a while.
curl -sS "$SINKOVE_API_URL/v1/organizations/$ORGANIZATION_ID/webhook-endpoints" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -H "Prefer: code=409, example=WebhookEndpointLimitReached" \
  -d '{ "url": "https://hooks.example.com/sinkove" }' | jq -r '.code'
