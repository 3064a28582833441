ORGANIZATION_ID=$(curl -fsS "$SINKOVE_API_URL/v1/organizations" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "name": "Cardiology" }' | jq -r '.id')

curl -fsS -X PATCH "$SINKOVE_API_URL/v1/organizations/$ORGANIZATION_ID" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "name": "Cardiac imaging" }' | jq -r '.role, .credits, .name'
