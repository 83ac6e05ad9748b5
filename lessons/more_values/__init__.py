"""Values that single subjects add: each file lists as VALUES its names, as `lessons.values` does."""
