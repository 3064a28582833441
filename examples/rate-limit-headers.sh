SECRET=$(curl -fsS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "name": "Nightly export", "rateLimit": { "limit": 20, "windowSeconds": 60 } }' | jq -r '.secret')

curl -fsS -o /dev/null -w '%header{x-ratelimit-limit}\n%header{x-ratelimit-remaining}\n%header{ratelimit-policy}\n' \
  "$SINKOVE_API_URL/v1/me" -H "Authorization: Bearer $SECRET"
