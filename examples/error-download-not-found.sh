curl -sS "$SINKOVE_API_URL/v1/downloads/v1.not-signed-by-us" | jq -r '.code, .detail'
