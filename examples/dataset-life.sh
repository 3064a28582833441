# Stop the sandbox's clock and move it forward, so that you don't have to wait.
curl -fsS "$SINKOVE_API_URL/_sandbox/clock" -o /dev/null \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" -d '{ "freeze": true }'

ID=$(curl -fsS "$SINKOVE_API_URL/v1/datasets" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "modelId": "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", "numSamples": 20, "args": { "prompt": "cardiomegaly" } }' |
  jq -r '.id')

for STEP in PT0S PT3S PT1S P31D; do
  curl -fsS "$SINKOVE_API_URL/_sandbox/clock" -o /dev/null \
    -H "Authorization: Bearer $SINKOVE_API_KEY" \
    -H "Content-Type: application/json" -d "{ \"advance\": \"$STEP\" }"
  curl -fsS "$SINKOVE_API_URL/v1/datasets/$ID" \
    -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -c '.metadata | {state, progress}'
done

# Let the clock run again.
curl -fsS "$SINKOVE_API_URL/_sandbox/clock" -o /dev/null \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" -d '{ "freeze": false }'
