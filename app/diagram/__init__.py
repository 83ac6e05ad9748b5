"""Bit diagrams as text: the same boxes as RFC art, as LaTeX (bytefield) and as Mermaid (packet). No Qt."""
