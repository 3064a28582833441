curl -sS -X DELETE "$SINKOVE_API_URL/v1/usage" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.code, .detail'
