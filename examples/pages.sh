# The first page. The Link header contains the address of the next page.
CURSOR=$(curl -fsS -i "$SINKOVE_API_URL/v1/models?limit=1" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | tr '?&>' '\n\n\n' | grep '^cursor=')

# The second page.
curl -fsS "$SINKOVE_API_URL/v1/models?limit=1&$CURSOR" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r '.[].slug'
