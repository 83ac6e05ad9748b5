"""The teaching implementation of RFC 6455, to be read from top to bottom with the RFC beside it.

Standard library only; no sockets, no clock, no randomness: keys, masks and time come in from outside, so that a replay
is exact. Start with `vocabulary`, then `fields`, `frames`, `handshake`, `machine` and `connection`.
"""
