# Ask the sandbox for this error, because creating 100 organizations would take a while.
curl -sS "$SINKOVE_API_URL/v1/organizations" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -H "Prefer: code=409, example=OrganizationLimitReached" \
  -d '{ "name": "Cardiology" }' | jq -r '.code'
