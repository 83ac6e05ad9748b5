"""Every MUST and SHOULD that is checked, as a named value.

A rule is cited by verdicts, lessons and tooltips, so the object is the same everywhere. `id` is `area.name`;
`section` is that of RFC 6455, or of another RFC that is named in `rfc`; `level` is the RFC's own word; `text` is one
short sentence that is true when the rule holds; `close_code` is what the receiver says when it fails the connection
over it (1006 is told to its own program only), and `status` the HTTP status with which this server refuses a request:
the RFC leaves the choice to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Level = Literal["MUST", "MUST NOT", "SHOULD", "SHOULD NOT", "MAY"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One checkable sentence of an RFC."""

    id: str
    section: str
    level: Level
    text: str
    close_code: int | None = None
    status: int | None = None
    rfc: int = 6455

    @property
    def cited(self) -> str:
        """Where to read it, such as “RFC 6455 §4.1”."""
        return f"RFC {self.rfc} §{self.section}"

    @property
    def clause(self) -> str:
        """The same where everything is about RFC 6455, which then is not named."""
        return "§" + self.section if self.rfc == 6455 else self.cited


# Section 4.2.1: what the server reads in the client's opening handshake, in the RFC's order of items.
REQUEST_METHOD = Rule("request.method", "4.2.1", "MUST", "The method is GET", status=405)
REQUEST_TARGET = Rule("request.target", "4.2.1", "MUST", "The target names a resource, without a fragment", status=400)
REQUEST_HTTP = Rule("request.http", "4.2.1", "MUST", "The HTTP version is 1.1 or higher", status=400)
REQUEST_HOST = Rule("request.host", "4.2.1", "MUST", "Host names this server", status=400)
REQUEST_UPGRADE = Rule("request.upgrade", "4.2.1", "MUST", "Upgrade lists “websocket”", status=400)
REQUEST_CONNECTION = Rule("request.connection", "4.2.1", "MUST", "Connection lists “Upgrade”", status=400)
REQUEST_KEY = Rule("request.key", "4.2.1", "MUST", "The key decodes to 16 bytes", status=400)
REQUEST_VERSION = Rule("request.version", "4.2.1", "MUST", "The version is 13", status=426)
REQUEST_ORIGIN = Rule("request.origin", "4.2.2", "MAY", "The origin is allowed", status=403)
REQUEST_PROTOCOL = Rule("request.protocol", "4.1", "MUST", "Offered subprotocols are tokens, each named once")
REQUEST_EXTENSIONS = Rule("request.extensions", "9.1", "MUST", "Offered extensions are a well-formed list")
REQUEST_DEFLATE = Rule("request.deflate", "7.1", "MUST", "An offer of permessage-deflate can be accepted", rfc=7692)
# A body would stand where frames are expected. In a GET it has no defined meaning: the request is refused with it.
REQUEST_LENGTH = Rule("request.length", "9.3.1", "SHOULD NOT", "Content-Length announces no body", status=400, rfc=9110)
REQUEST_CODING = Rule(
    "request.coding", "9.3.1", "SHOULD NOT", "Transfer-Encoding announces no body", status=400, rfc=9110
)
# Section 4.1: "the client MUST wait for a response from the server before sending any further data."
REQUEST_WAIT = Rule("request.wait", "4.1", "MUST", "The client waits for the answer before it sends more")
REQUEST_SYNTAX = Rule("request.syntax", "4.1", "MUST", "The request is valid HTTP", status=400)

# Section 4.1: what the client validates in the server's answer, in the RFC's order of items.
RESPONSE_STATUS = Rule("response.status", "4.1", "MUST", "The status is 101")
RESPONSE_HTTP = Rule("response.http", "4.2.2", "MUST", "The HTTP version is 1.1 or higher")
RESPONSE_UPGRADE = Rule("response.upgrade", "4.1", "MUST", "Upgrade is “websocket”")
RESPONSE_CONNECTION = Rule("response.connection", "4.1", "MUST", "Connection lists “Upgrade”")
RESPONSE_ACCEPT = Rule("response.accept", "4.1", "MUST", "The accept value answers this client’s key")
RESPONSE_EXTENSIONS = Rule("response.extensions", "4.1", "MUST", "No extension that was not offered")
RESPONSE_DEFLATE = Rule("response.deflate", "7.1", "MUST", "The answer on permessage-deflate fits the offer", rfc=7692)
RESPONSE_PROTOCOL = Rule("response.protocol", "4.1", "MUST", "No subprotocol that was not offered")
RESPONSE_SYNTAX = Rule("response.syntax", "4.1", "MUST", "The response is valid HTTP")

# Section 5: frames.
FRAME_RSV = Rule("frame.rsv", "5.2", "MUST", "RSV bits are 0 without an extension", 1002)
FRAME_OPCODE = Rule("frame.opcode", "5.2", "MUST", "The opcode is defined", 1002)
FRAME_MASKED = Rule("frame.masked", "5.1", "MUST", "A client masks every frame that it sends", 1002)
FRAME_UNMASKED = Rule("frame.unmasked", "5.1", "MUST NOT", "A server does not mask the frames that it sends", 1002)
FRAME_SHORTEST = Rule("frame.shortest", "5.2", "MUST", "The length is in its shortest form", 1002)
FRAME_LENGTH63 = Rule("frame.length63", "5.2", "MUST", "The top bit of a 64-bit length is 0", 1002)
FRAME_TOO_BIG = Rule("frame.too-big", "10.4", "SHOULD", "The message is no larger than the receiver’s limit", 1009)
CONTROL_LENGTH = Rule("control.length", "5.5", "MUST", "A control frame carries at most 125 bytes", 1002)
CONTROL_FIN = Rule("control.fin", "5.5", "MUST NOT", "A control frame is not fragmented", 1002)
FRAGMENT_ORPHAN = Rule("fragment.orphan", "5.4", "MUST", "A continuation frame continues a message", 1002)
FRAGMENT_INTERLEAVED = Rule("fragment.interleaved", "5.4", "MUST NOT", "Messages are not interleaved", 1002)
# Section 5.3: the key "MUST be derived from a strong source of entropy"; that it is cannot be seen in one frame.
FRAME_KEY = Rule("frame.key", "5.3", "MUST", "The masking key is not zero")
TEXT_UTF8 = Rule("text.utf8", "8.1", "MUST", "Text is valid UTF-8", 1007)

# Section 5.5.2: a ping asks for something.
PING_ANSWER = Rule("ping.answer", "5.5.2", "MUST", "A ping is answered with a pong that says the same")

# RFC 7692: compression.
FRAME_RSV1 = Rule("frame.rsv1", "6.1", "MUST NOT", "RSV1 is 0 but for the first frame of a message", 1002, rfc=7692)
DEFLATE_DATA = Rule("deflate.data", "7.2.2", "MUST", "A compressed message is a DEFLATE stream", 1007, rfc=7692)

# Sections 5.5.1 and 7: closing.
CLOSE_LENGTH = Rule("close.length", "5.5.1", "MUST", "A Close body is empty or starts with a 2-byte code", 1002)
CLOSE_CODE = Rule("close.code", "7.4", "MUST NOT", "The close code may be sent in a Close frame", 1002)
CLOSE_UTF8 = Rule("close.utf8", "8.1", "MUST", "The reason is valid UTF-8", 1007)
CLOSE_ANSWER = Rule("close.answer", "5.5.1", "MUST", "A Close frame is answered with a Close frame")
CLOSE_AFTER = Rule("close.after", "5.5.1", "MUST NOT", "No data frame is sent after a Close frame")
# Section 7.1.5 defines 1006 and demands nothing; 7.1.7 says that clients SHOULD NOT just close the connection.
CLOSE_LOST = Rule("close.lost", "7.1.5", "SHOULD", "A Close frame is received before TCP ends", 1006)

RULES: Final[dict[str, Rule]] = {rule.id: rule for rule in list(globals().values()) if isinstance(rule, Rule)}
"""All rules by id, in the order of this file."""
