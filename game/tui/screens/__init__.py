"""The rooms a reader can be in; no room knows another."""
