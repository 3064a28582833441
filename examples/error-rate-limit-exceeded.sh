SECRET=$(curl -sS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "name": "Hasty loop", "rateLimit": { "limit": 5, "windowSeconds": 60 } }' | jq -r '.secret')

for i in $(seq 10); do
  CODE=$(curl -sS "$SINKOVE_API_URL/v1/me" -H "Authorization: Bearer $SECRET" | jq -r '.code')
done
echo "$CODE"
