curl -sS "$SINKOVE_API_URL/v1/datasets" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "modelId": "01939ab7-0000-7000-8000-000000000000", "numSamples": 1, "args": { "prompt": "x" } }' |
  jq -r '.code, .detail'
