# Ask the sandbox for this error.
curl -sS "$SINKOVE_API_URL/v1/datasets" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -H "Prefer: code=402" \
  -d '{ "modelId": "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", "numSamples": 50, "args": { "prompt": "cardiomegaly" } }' |
  jq -r '.code, .detail'
