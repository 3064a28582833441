curl -sS "$SINKOVE_API_URL/v1/me" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Accept: text/csv" | jq -r '.code, .detail'
