"""Desks for questions about work and learning: one in every arbeidsmarktregio, as dated data."""
