ORGANIZATION_ID=$(curl -fsS "$SINKOVE_API_URL/v1/organizations" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.[-1].id')
ACCOUNT_ID=$(curl -fsS "$SINKOVE_API_URL/v1/organizations/$ORGANIZATION_ID/members" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  | jq -r '.[] | select(.email == "grace@example.com") | .accountId')

curl -fsS -X PATCH "$SINKOVE_API_URL/v1/organizations/$ORGANIZATION_ID/members/$ACCOUNT_ID" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "role": "owner" }' | jq -r '.name, .role'

curl -fsS -X PATCH "$SINKOVE_API_URL/v1/organizations/$ORGANIZATION_ID/members/$ACCOUNT_ID" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "role": "member" }' | jq -r '.name, .role'
