"""The widgets of the Lab: thin, they show values and say what the reader asks for."""
