import os
import sinkove as sk
api_key = os.getenv( "SINKOVE_API_KEY" )
client = sk.client(api_key)
