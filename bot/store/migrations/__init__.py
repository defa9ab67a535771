"""Numbered changes of the schema.

Make one with ``python -m bot.store.migrations NUMBER WORDS``; old code must be able to run on the new schema.
"""
