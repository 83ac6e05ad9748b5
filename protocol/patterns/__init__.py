"""What applications add on top of WebSocket: RFC 6455 carries messages, these carry a conversation.

    heartbeat           is the other end still there, and how far away is it
    reconnect, advice   when to come back after a connection was lost, and when not to
    delivery, envelope  each message once and in order, over as many connections as it takes
    fanout, mailbox     one message to all who asked for its topic, whichever server they are connected to
    tokens, carriers,   who is it that asks for a connection
    token_checks, tickets

Each is a state machine without sockets: time comes in as `now` (seconds on a clock that never goes back), chance as an
object or a function, and what to do comes out as frozen values. What a peer does wrong is a value as well; what our
own program does wrong is an exception.
"""
