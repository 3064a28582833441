ID=$(curl -sS "$SINKOVE_API_URL/v1/datasets" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "modelId": "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", "numSamples": 1, "args": { "prompt": "cardiomegaly" } }' |
  jq -r '.id')

# Move the sandbox's clock forward by a year.
curl -sS -o /dev/null "$SINKOVE_API_URL/_sandbox/clock" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "advance": "P365D" }'

curl -sS "$SINKOVE_API_URL/v1/datasets/$ID/urls/download" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.code'
