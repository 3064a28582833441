# Ask the sandbox for this error, because creating 500 keys would take a while.
curl -sS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -H "Prefer: code=409, example=ApiKeyLimitReached" \
  -d '{ "name": "One more" }' | jq -r '.code'
