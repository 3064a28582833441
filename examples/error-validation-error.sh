curl -sS "$SINKOVE_API_URL/v1/datasets" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "modelId": "chest-xray-v2", "numSamples": 0, "args": {} }' |
  jq -r '.code, .errors[].detail'
