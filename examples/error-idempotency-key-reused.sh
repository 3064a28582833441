ONCE="notebook-$RANDOM-$RANDOM"
curl -sS -o /dev/null "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -H "Idempotency-Key: $ONCE" \
  -d '{ "name": "Notebook" }'

curl -sS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -H "Idempotency-Key: $ONCE" \
  -d '{ "name": "Pipeline" }' | jq -r '.code, .detail'
