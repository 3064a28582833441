ORGANIZATION_ID=$(curl -sS "$SINKOVE_API_URL/v1/organizations" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.[-1].id')

curl -sS \
  "$SINKOVE_API_URL/v1/organizations/$ORGANIZATION_ID/webhook-endpoints/01939ae2-0000-7000-8000-000000000000" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.code, .detail'
