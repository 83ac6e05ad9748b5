"""Plays with more than one connection, or one that is no WebSocket, one file a play: `run(scenario)` gives a
`Played`."""
