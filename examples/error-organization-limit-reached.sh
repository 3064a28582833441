# A sandbox can be told what to answer: 100 organizations take a while.
curl -sS "$SINKOVE_API_URL/v1/organizations" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -H "Prefer: code=409, example=OrganizationLimitReached" \
  -d '{ "name": "Cardiology" }' | jq -r '.code'
