"""What the widgets of the Lab show: plain values, already in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass, field

Links = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Banner:
    """The verdict: `ok`, `err` or `open`, or `note` where nothing is judged; its headline and one line."""

    kind: str = "open"
    head: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule: how it stands (`holds`, `broken`, `open`, `none`, `declined`), its words, its clause, the whole
    sentence for ear and tooltip, and what it lights up on the stage."""

    id: str
    standing: str
    text: str
    clause: str
    spoken: str = ""
    links: Links = ()


@dataclass(frozen=True, slots=True)
class ChipRow:
    """A row of chips: what they do, and (id, words) of each."""

    head: str = ""
    chips: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the navigation: what stands left, what stands right."""

    id: str
    title: str
    mono: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading. `tight` ones are a gallery, lower than the others."""

    id: str
    title: str
    rows: tuple[Row, ...]
    tight: bool = False


@dataclass(frozen=True, slots=True)
class FrameShown:
    """The inspector of the frame bench. `names` are the accessible names of the bits by field; `broken` the fields in
    which a rule is broken."""

    banner: Banner = Banner()
    outcome: str = ""
    rules: tuple[RuleRow, ...] = ()
    fin: int = 0
    rsv: int = 0
    opcode: int = 0
    masked: int = 0
    fin_note: str = ""
    mask_note: str = ""
    length: str = ""
    length_note: str = ""
    form: int | None = None
    set_length: bool = False
    extended_note: str = ""
    extended: bool = False
    key: bytes = b""
    payload: bytes = b""
    payload_note: str = ""
    chips: ChipRow = ChipRow()
    more: ChipRow = ChipRow()
    deflate: bool = False
    inside: bool = False
    names: tuple[str, str, str, str, str] = ("", "", "", "", "")
    broken: frozenset[str] = field(default_factory=frozenset)
    opcodes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadsShown:
    """The pane of the handshake bench. `side` is the head that is edited; `own` tells that the answer is written by
    hand. `key_fine` and `compared_fine` are None while there is nothing to say."""

    banner: Banner = Banner()
    rules: tuple[RuleRow, ...] = ()
    side: str = "request"
    head: str = ""
    own: bool = False
    problem: str = ""
    key: str = ""
    key_note: str = ""
    key_fine: bool | None = None
    accept: str = ""
    compared: str = ""
    compared_note: str = ""
    compared_fine: bool | None = None
    chips: ChipRow = ChipRow()


@dataclass(frozen=True, slots=True)
class Fragment:
    """One fragment: its name, its bytes, and whether its end can be moved (the last one ends with the message)."""

    title: str
    note: str
    can_move: bool


@dataclass(frozen=True, slots=True)
class TextShown:
    """The pane of the UTF-8 and fragmentation bench; `states` are what the validator knows after each byte."""

    banner: Banner = Banner()
    payload: bytes = b""
    payload_note: str = ""
    binary: bool = False
    fragments: tuple[Fragment, ...] = ()
    chips: ChipRow = ChipRow()
    samples: ChipRow = ChipRow()
    states: tuple[RuleRow, ...] = ()


@dataclass(frozen=True, slots=True)
class MaskShown:
    """The pane of the masking bench."""

    banner: Banner = Banner()
    key: bytes = b""
    payload: bytes = b""
    payload_note: str = ""
    wire: bytes = b""
    chips: ChipRow = ChipRow()


@dataclass(frozen=True, slots=True)
class CloseShown:
    """The pane of the close bench. `told` is what each program is told: (who, code, reason, how)."""

    banner: Banner = Banner()
    rules: tuple[RuleRow, ...] = ()
    code: str = ""
    code_note: str = ""
    code_fine: bool = True
    reason: str | None = ""
    reason_note: str = ""
    reason_fine: bool = True
    body: bytes = b""
    body_note: str = ""
    told: tuple[tuple[str, str], ...] = ()
    chips: ChipRow = ChipRow()
