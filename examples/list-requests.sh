KEY=$(curl -fsS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "name": "Gallery", "scopes": ["datasets:read"] }')
SECRET=$(echo "$KEY" | jq -r '.secret')
API_KEY_ID=$(echo "$KEY" | jq -r '.id')

curl -fsS -o /dev/null "$SINKOVE_API_URL/v1/datasets" -H "Authorization: Bearer $SECRET"
# The key lacks models:read.
curl -sS "$SINKOVE_API_URL/v1/models" -H "Authorization: Bearer $SECRET" | jq -r '.code'

curl -fsS "$SINKOVE_API_URL/v1/requests?apiKeyId=$API_KEY_ID&statusClass=4xx" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  | jq -r '.[].operation, .[].status, .[].code, .[].reason'
