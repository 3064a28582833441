ID=$(curl -sS "$SINKOVE_API_URL/v1/datasets" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "modelId": "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", "numSamples": 2, "args": { "prompt": "cardiomegaly" } }' |
  jq -r '.id')
curl -sS "$SINKOVE_API_URL/v1/datasets/$ID/urls/download" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.code'
