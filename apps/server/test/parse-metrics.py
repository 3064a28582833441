"""Reads metrics on standard input with Prometheus' own parser, and prints every series as JSON."""

import json
import sys

from prometheus_client.parser import text_string_to_metric_families

families = text_string_to_metric_families(sys.stdin.read())
series = [[sample.name, sample.labels] for family in families for sample in family.samples]
json.dump(series, sys.stdout)
