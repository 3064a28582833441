curl -fsS "$SINKOVE_API_URL/v1/me" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.apiKey.environment, .apiKey.status'
