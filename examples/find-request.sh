REQUEST_ID=$(curl -sS "$SINKOVE_API_URL/v1/datasets/01939ae2-0000-7000-8000-000000000000" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.requestId')

curl -fsS "$SINKOVE_API_URL/v1/requests/$REQUEST_ID" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.method, .path, .status, .code'
