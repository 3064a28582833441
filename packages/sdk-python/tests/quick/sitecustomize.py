"""Skips sleeping: programs of the documentation sleep for half a minute at a time."""

import time

_sleep = time.sleep
time.sleep = lambda seconds: _sleep(min(seconds, 0.25))
