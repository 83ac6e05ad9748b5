"""The state machine of both ends as a table in JSON."""

from __future__ import annotations

import json

from protocol.machine import TRANSITIONS
from protocol.vocabulary import Role, State


def to_json() -> str:
    """Roles, states with their `readyState` (WHATWG WebSockets), and transitions with their sections of RFC 6455."""
    rows = [
        {
            "role": row.role.value if row.role is not None else None,
            "from": row.state.name,
            "signal": row.signal.value,
            "to": row.next.name,
            "section": row.section,
        }
        for row in TRANSITIONS
    ]
    states = [{"name": state.name, "ready_state": int(state)} for state in State]
    document = {"roles": [role.value for role in Role], "states": states, "transitions": rows}
    return json.dumps(document, indent=2) + "\n"
