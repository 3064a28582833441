"""Programs of the documentation sleep for half a minute at a time: not here."""

import time

_sleep = time.sleep
time.sleep = lambda seconds: _sleep(min(seconds, 0.25))
