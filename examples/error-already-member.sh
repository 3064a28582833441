ORGANIZATION_ID=$(curl -sS "$SINKOVE_API_URL/v1/organizations" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.[-1].id')

curl -sS "$SINKOVE_API_URL/v1/organizations/$ORGANIZATION_ID/invitations" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "email": "grace@example.com" }' | jq -r '.code, .detail'
