NAME=x
for i in $(seq 20); do NAME="$NAME$NAME"; done
echo "{ \"name\": \"$NAME\" }" | curl -sS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d @- | jq -r '.code, .detail'
