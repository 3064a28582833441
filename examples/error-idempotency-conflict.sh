ONCE="notebook-$RANDOM-$RANDOM"
SECRET=$(curl -sS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -H "Idempotency-Key: $ONCE" \
  -d '{ "name": "Other program" }' | jq -r '.secret')

# The first response contains a secret, so other keys do not get it.
curl -sS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SECRET" \
  -H "Content-Type: application/json" \
  -H "Idempotency-Key: $ONCE" \
  -d '{ "name": "Other program" }' | jq -r '.code, .detail'
