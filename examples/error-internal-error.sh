# Ask the sandbox for this error.
curl -sS "$SINKOVE_API_URL/v1/me" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Prefer: code=500" | jq -r '.code, .detail'
