ORGANIZATION_ID=$(curl -fsS "$SINKOVE_API_URL/v1/organizations" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "name": "Neurology" }' | jq -r '.id')

INVITATION_ID=$(curl -fsS "$SINKOVE_API_URL/v1/organizations/$ORGANIZATION_ID/invitations" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "email": "marie@example.com", "role": "member" }' | jq -r '.id')

curl -fsS "$SINKOVE_API_URL/v1/organizations/$ORGANIZATION_ID/invitations" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.[].email, .[].role'

curl -fsS -X DELETE -w '%{http_code}\n' \
  "$SINKOVE_API_URL/v1/organizations/$ORGANIZATION_ID/invitations/$INVITATION_ID" \
  -H "Authorization: Bearer $SINKOVE_API_KEY"
