ID=$(curl -sS "$SINKOVE_API_URL/v1/datasets" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "modelId": "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", "numSamples": 1, "args": { "prompt": "cardiomegaly" } }' |
  jq -r '.id')
STATE=PENDING
while [ "$STATE" = PENDING ] || [ "$STATE" = STARTED ]; do
  sleep 1
  STATE=$(curl -fsS "$SINKOVE_API_URL/v1/datasets/$ID" \
    -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.metadata.state')
done

KEY=$(curl -sS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "name": "Viewer", "scopes": ["datasets:read"] }')
KEY_ID=$(echo "$KEY" | jq -r '.id')
SECRET=$(echo "$KEY" | jq -r '.secret')
URL=$(curl -sS "$SINKOVE_API_URL/v1/datasets/$ID/urls/download" \
  -H "Authorization: Bearer $SECRET" | jq -r '.URL')
curl -sS -o /dev/null -X POST "$SINKOVE_API_URL/v1/api-keys/$KEY_ID/revoke" \
  -H "Authorization: Bearer $SINKOVE_API_KEY"

curl -sS "$URL" | jq -r '.code'
