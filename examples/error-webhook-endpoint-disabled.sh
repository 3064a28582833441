ORGANIZATION_ID=$(curl -sS "$SINKOVE_API_URL/v1/organizations" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.[-1].id')
ENDPOINTS=$SINKOVE_API_URL/v1/organizations/$ORGANIZATION_ID/webhook-endpoints
ENDPOINT_ID=$(curl -fsS "$ENDPOINTS" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "url": "https://hooks.example.com/sinkove" }' | jq -r '.id')

curl -fsS -o /dev/null -X PATCH "$ENDPOINTS/$ENDPOINT_ID" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "enabled": false }'
curl -sS -X POST "$ENDPOINTS/$ENDPOINT_ID/test" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.code'

curl -fsS -X DELETE "$ENDPOINTS/$ENDPOINT_ID" -H "Authorization: Bearer $SINKOVE_API_KEY"
