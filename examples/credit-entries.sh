ORGANIZATION_ID=$(curl -fsS "$SINKOVE_API_URL/v1/organizations" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.[0].id')

curl -fsS "$SINKOVE_API_URL/v1/organizations/$ORGANIZATION_ID/datasets" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "modelId": "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", "numSamples": 3, "args": { "prompt": "cardiomegaly" } }' |
  jq -r '.metadata.state'

curl -fsS "$SINKOVE_API_URL/v1/organizations/$ORGANIZATION_ID/credit-entries?limit=1" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.[] | .kind, .amount, .actor.type'
