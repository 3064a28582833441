ORGANIZATION_ID=$(curl -fsS "$SINKOVE_API_URL/v1/organizations" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.[-1].id')

curl -fsS "$SINKOVE_API_URL/v1/organizations/$ORGANIZATION_ID/members" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.[] | "\(.name), \(.role)"'
