"""Drives Conserje and the stack beside it with the same webhooks, and measures both."""
