curl -X GET "$SINKOVE_API_URL/datasets" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json"
