KEY=$(curl -fsS "$SINKOVE_API_URL/v1/api-keys" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "name": "Pipeline" }')
ID=$(echo "$KEY" | jq -r '.id')
SECRET=$(echo "$KEY" | jq -r '.secret')
curl -fsS -o /dev/null -X POST "$SINKOVE_API_URL/v1/api-keys/$ID/rotate" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "gracePeriodSeconds": 3600 }'

# Move the sandbox's clock to the end of the grace period.
curl -fsS -o /dev/null "$SINKOVE_API_URL/_sandbox/clock" \
  -H "Authorization: Bearer $SINKOVE_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{ "advance": "PT2H" }'

curl -sS "$SINKOVE_API_URL/v1/me" -H "Authorization: Bearer $SECRET" | jq -r '.code'
