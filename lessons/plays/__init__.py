"""What plays of more than one connection can be set to, one file a play; `app/network/plays` runs them."""
