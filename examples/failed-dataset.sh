ID=$(curl -s "$SINKOVE_API_URL/v1/datasets" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "modelId": "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", "numSamples": 1, "args": { "prompt": "fail: show me" } }' |
  jq -r '.id')

until [ "$(curl -s "$SINKOVE_API_URL/v1/datasets/$ID" -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.metadata.state')" = FAILED ]; do
  sleep 1
done
echo FAILED
