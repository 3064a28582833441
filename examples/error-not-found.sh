curl -sS "$SINKOVE_API_URL/v1/dataset" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.code, .detail'
