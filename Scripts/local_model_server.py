"""llama.cpp's own HTTP server, as compiled into the xllamacpp wheel, on loopback.

usage: local_model_server.py MODEL.gguf PORT NAME
"""
import signal
import sys

import xllamacpp

model, port, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]
slots, context = 4, 2048

params = xllamacpp.CommonParams()
params.model.path = model
params.port = port
params.n_parallel = slots
params.n_ctx = context * slots
params.n_gpu_layers = 0
params.offline = True
params.ui = False
params.cors_origins = ""
# One thread each: with more, the server collapses on cores that are busy otherwise.
params.cpuparams.n_threads = 1
params.cpuparams_batch.n_threads = 1
params.hostnames = "127.0.0.1" if isinstance(params.hostnames, str) else ["127.0.0.1"]
alias = params.model_alias
params.model_alias = name if isinstance(alias, str) else {name} if isinstance(alias, set) else [name]

server = xllamacpp.Server(params)
print(server.listening_address, flush=True)
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
signal.pause()
