KEY=$(curl -fsS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "name": "Nightly job" }')
ID=$(echo "$KEY" | jq -r '.id')
SECRET=$(echo "$KEY" | jq -r '.secret')
curl -fsS -o /dev/null "$SINKOVE_API_URL/v1/me" -H "Authorization: Bearer $SECRET"
curl -fsS -o /dev/null "$SINKOVE_API_URL/v1/datasets" -H "Authorization: Bearer $SECRET"

curl -fsS "$SINKOVE_API_URL/v1/api-keys/$ID/usage?interval=day" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -c '.buckets | .[-1] | {requests, byOperation}'
