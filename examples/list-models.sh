curl -fsS "$SINKOVE_API_URL/v1/models" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -c '.[] | {name, modality, maxSamples}'
