"""Figures for other people's documents: any figure of the program in any format, framed for the place it goes to.

`subjects` are what can be taken away, `choices` how it is to look, `framing` puts captions below and fits it to a
width, `formats` writes it. The formats of every scene are in `scene_*`; frames have RFC art, bytefield and packet
diagrams of their own in `app.diagram`. Qt is loaded only for PDF and PNG.
"""
