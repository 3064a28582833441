# A sandbox can be told what to answer: 500 keys take a while.
curl -sS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -H "Prefer: code=409, example=ApiKeyLimitReached" \
  -d '{ "name": "One more" }' | jq -r '.code'
