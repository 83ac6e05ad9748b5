"""Storyboards: all steps of a lesson or a recording as one document: handout, animation, page of the web, Mermaid.

`steps` tells and draws them, the other modules put them on paper or into a file. No window and no session is needed.
"""
