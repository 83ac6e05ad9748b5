"""The benches of the Lab as plain values: what was built, what the protocol says of it, and the way back."""
