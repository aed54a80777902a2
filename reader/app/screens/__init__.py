"""The screens: reading, and the panels that lie over it."""
