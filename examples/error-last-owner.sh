ACCOUNT_ID=$(curl -sS "$SINKOVE_API_URL/v1/me" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.account.id')
ORGANIZATION_ID=$(curl -sS "$SINKOVE_API_URL/v1/organizations" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "name": "Pathology" }' | jq -r '.id')

curl -sS -X PATCH "$SINKOVE_API_URL/v1/organizations/$ORGANIZATION_ID/members/$ACCOUNT_ID" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "role": "member" }' | jq -r '.code, .detail'
