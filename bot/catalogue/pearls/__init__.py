"""Pearls (parels): how others made learning work, with steps to do the same. Organisations may exchange them as files."""
