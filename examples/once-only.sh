ONCE="order-$RANDOM-$RANDOM"
for i in $(seq 2); do
  curl -fsS -o /dev/null -w '%{http_code} %header{idempotent-replayed}\n' "$SINKOVE_API_URL/v1/datasets" \
    -H "Authorization: Bearer $SINKOVE_API_KEY" \
    -H "Content-Type: application/json" \
    -H "Idempotency-Key: $ONCE" \
    -d '{ "modelId": "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", "numSamples": 2, "args": { "prompt": "cardiomegaly" } }'
done
